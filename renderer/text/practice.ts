import { PRACTICE_PIN } from '../../shared/training/practice-staff.ts'

/** Words while the practice unit is made, and on its sign-in screen. */
export const practiceWords = {
  title: 'Mở xã tập huấn',
  desk: 'Quầy tập',
  going: (count: number, total: number) => total === 0
    ? 'Đang mở xã tập huấn, ghi tên người giả.'
    : `Đang mở xã tập huấn, được ${String(count)} trong ${String(total)} hồ sơ giả. Sổ thật không bị đụng tới.`,
  again: 'Thử lại',
  leave: 'Thôi tập huấn',
  pin: `Ở xã tập huấn, PIN của mọi người là ${PRACTICE_PIN}.`,
} as const

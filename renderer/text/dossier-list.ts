import { daysBetween, formatDay, formatTime, type Day } from '../../shared/base/day.ts'
import { dayAsHeading } from './due.ts'
import { formatCount } from './format.ts'

/** What a list of dossiers says, on the desk and in search. */
export const dossierList = {
  code: 'Mã hồ sơ',
  noCode: 'Không có mã',
  applicant: 'Người nộp',
  procedure: 'Thủ tục',
  toDo: 'Việc phải làm',
  state: 'Tình trạng',
  due: 'Hạn trả',
  received: 'Nhận lúc',
  ready: 'Có kết quả',
  noLimit: 'Không thời hạn',
  closed: 'Không còn hạn',
  paused: 'Tạm dừng tính hạn',

  settle: 'Xem chỗ khác nhau',
  waitPapers: (count: number) => `Chờ bổ sung ${formatCount(count)} giấy`,
  printReceipt: 'In giấy hẹn',
  inHand: 'Đang giải quyết',
  toForward: 'Chuyển xử lý',
  toSign: 'Ký',
  toNumber: 'Vào số, đóng dấu',
  heldBy: (name: string) => `${name} đang giữ`,

  overdue: (dueOn: Day, today: Day) => `Quá hạn ${formatCount(daysBetween(dueOn, today))} ngày`,
  dueToday: (dueAt: string | null) => dueAt === null ? 'Hôm nay' : `Hôm nay ${formatTime(dueAt)}`,
  dueSoon: (dueOn: Day) => dayAsHeading(dueOn).replace(/\/\d{4}$/, ''),

  more: (count: number) => `Xem ${formatCount(count)} hồ sơ nữa`,
} as const

/** `14:05` today, `hôm qua 14:05`, `20/11 14:05` this year, with the year before that. */
export function whenReceived(receivedAt: string, receivedOn: Day, today: Day): string {
  const time = formatTime(receivedAt)
  if (receivedOn === today) return time
  if (daysBetween(receivedOn, today) === 1) return `Hôm qua ${time}`
  const on = formatDay(receivedOn)
  return receivedOn.slice(0, 4) === today.slice(0, 4) ? `${on.slice(0, 5)} ${time}` : on
}

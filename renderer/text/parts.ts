import { formatDay, type Day } from '../../shared/base/day.ts'
import type { PartState } from '../../shared/dossiers/parts.ts'
import { formatCount } from './format.ts'

/** Words of a linked dossier's parts. */
export const partWords = {
  title: (count: number) => `Liên thông ${formatCount(count)} thủ tục`,
  procedure: 'Thủ tục',
  resolvedBy: 'Cơ quan giải quyết',
  due: 'Hẹn xong',
  state: 'Tình trạng',
  states: { waiting: 'Chờ đến lượt', 'at-work': 'Đang giải quyết', 'before-leader': 'Đang trình ký', resolved: 'Có kết quả' } satisfies Readonly<Record<PartState, string>>,
  result: (name: string, number: string | undefined, on: Day | undefined) =>
    number === undefined ? `${name}, chờ vào số` : `${name}, số ${number}${on === undefined ? '' : `, ngày ${formatDay(on)}`}`,
  signed: (signer: string, on: Day) => `${signer} ký ngày ${formatDay(on)}`,
  atIntake: (names: string) => `Một lần nhận cho: ${names}.`,
} as const

import { formatDay, type Day } from '../../shared/base/day.ts'
import { formatMoney } from '../../shared/base/money.ts'
import type { DossierEnd } from '../../shared/dossiers/progress.ts'
import { formatCount } from './format.ts'

/** What happened to a dossier between receipt and the handed-over result, one line a kind. */
export const progressEvents = {
  forwarded: (name: string, isLate: boolean) => `Đã chuyển cho ${name}${isLate ? ', trễ so với quy định chuyển trong ngày' : ''}`,
  supplementRequested: (count: number, papers: string) => `Yêu cầu bổ sung lần ${formatCount(count)}: ${papers}`,
  supplemented: (dueOn: Day | null) => `Người nộp đã bổ sung đủ${newDue(dueOn)}`,
  paymentRequested: (number: string, amount: number) => `Đã báo nghĩa vụ tài chính, thông báo số ${number}, ${formatMoney(amount)}`,
  paymentRecorded: (amount: number, dueOn: Day | null) => `Đã ghi người nộp làm xong nghĩa vụ tài chính, ${formatMoney(amount)}${newDue(dueOn)}`,
  submitted: (name: string) => `Đã trình ký ${name}`,
  signed: (name: string, on: Day) => `${name} đã ký ngày ${formatDay(on)}`,
  sentBack: 'Lãnh đạo trả lại để làm tiếp',
  resolved: (count: number) => `Đã giải quyết xong, ${formatCount(count)} kết quả`,
  numbered: (numbers: string) => `Đã vào số và đóng dấu: ${numbers}`,
  returned: (name: string) => `Đã trả kết quả cho ${name}`,
  posted: (name: string) => `Đã gửi kết quả qua bưu chính cho ${name}`,
  withdrawn: (name: string) => `${name} xin rút hồ sơ`,
  stopped: 'Đã dừng giải quyết hồ sơ',
  refusedAfterAppraisal: 'Đã từ chối giải quyết sau khi thẩm định',
  apologised: (from: Day, to: Day | null) => `Đã xin lỗi và hẹn lại: từ ngày ${formatDay(from)}${to === null ? '' : ` sang ngày ${formatDay(to)}`}`,
  feeCollected: (amount: number) => `Đã thu ${formatMoney(amount)}`,
} as const

/** Why a dossier is closed, as the title over its reason. */
export const endTitles: Readonly<Record<DossierEnd['how'], string>> = {
  resolved: 'Đã có kết quả.',
  returned: 'Đã trả kết quả.',
  stopped: 'Đã dừng giải quyết hồ sơ.',
  'refused-after-appraisal': 'Đã từ chối giải quyết sau khi thẩm định.',
  withdrawn: 'Người nộp đã rút hồ sơ.',
  voided: 'Hồ sơ đã hủy, mã không dùng lại.',
}

function newDue(dueOn: Day | null): string {
  return dueOn === null ? '' : `, hẹn trả ngày ${formatDay(dueOn)}`
}

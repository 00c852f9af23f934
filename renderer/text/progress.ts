import { formatDay, type Day } from '../../shared/base/day.ts'
import { formatMoney } from '../../shared/base/money.ts'
import type { DossierEnd } from '../../shared/dossiers/progress.ts'
import { formatCount } from './format.ts'

/** What happened to a dossier between receipt and the handed-over result, one line a kind; the name of who did it stands before. */
export const progressEvents = {
  forwarded: (name: string, isLate: boolean) => `chuyển cho ${name}${isLate ? ', trễ so với quy định chuyển trong ngày' : ''}`,
  supplementRequested: (count: number, papers: string) => `yêu cầu bổ sung lần ${formatCount(count)}: ${papers}`,
  supplemented: (dueOn: Day | null) => `nhận bổ sung đủ${newDue(dueOn)}`,
  paymentRequested: (number: string, amount: number) => `báo nghĩa vụ tài chính, thông báo số ${number}, ${formatMoney(amount)}`,
  paymentRecorded: (amount: number, dueOn: Day | null) => `ghi người nộp làm xong nghĩa vụ tài chính, ${formatMoney(amount)}${newDue(dueOn)}`,
  submitted: (name: string) => `trình ký ${name}`,
  signed: (on: Day) => `ký ngày ${formatDay(on)}`,
  sentBack: 'trả lại để làm tiếp',
  partsSigned: (results: string, on: Day) => `ký ngày ${formatDay(on)} kết quả một phần liên thông: ${results}`,
  partResolved: (numbers: string) => `ghi kết quả một phần liên thông: ${numbers}`,
  resolved: (count: number) => `giải quyết xong, ${formatCount(count)} kết quả`,
  numbered: (numbers: string) => `vào số và đóng dấu: ${numbers}`,
  returned: (name: string) => `trả kết quả cho ${name}`,
  posted: (name: string) => `gửi kết quả qua bưu chính cho ${name}`,
  withdrawn: (name: string) => `ghi rút hồ sơ theo đề nghị của ${name}`,
  stopped: 'dừng giải quyết hồ sơ',
  refusedAfterAppraisal: 'từ chối giải quyết sau khi thẩm định',
  apologised: (from: Day, to: Day | null) => `xin lỗi và hẹn lại: từ ngày ${formatDay(from)}${to === null ? '' : ` sang ngày ${formatDay(to)}`}`,
  delayExplained: 'ghi nguyên nhân quá hạn',
  feeCollected: (amount: number, receipt: string | undefined) => `thu ${formatMoney(amount)}${receipt === undefined ? '' : `, biên lai ${receipt}`}`,
  feeGivenBack: (amount: number) => amount === 0 ? '' : `, trả lại ${formatMoney(amount)}`,
  feeReceiptVoided: (number: string, instead: string | undefined) =>
    `hủy biên lai số ${number}${instead === undefined ? '' : `, thay bằng ${instead}`}`,
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

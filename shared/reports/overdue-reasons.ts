import { progress } from './progress.ts'
import type { Report } from './report.ts'

export type OverdueColumn = 'late' | 'openOverdue' | 'overdue'

/**
 * Biểu II.07a/VPCP/KSTT (TT 01/2020/TT-VPCP): what is late in the period, to be told by field and reason.
 *
 * Its figures are columns 10 and 13 of Biểu II.06a. The circular's own columns are not among the facts: layout is data.
 */
export const overdueReasons: Report<OverdueColumn> = {
  name: 'overdue-reasons',
  number: 'II.07a/VPCP/KSTT',
  title: 'Nguyên nhân quá hạn trong giải quyết thủ tục hành chính',
  groupedBy: 'delay-reason',
  columns: [
    { key: 'late', number: '3', title: 'Hồ sơ quá hạn: tổng số', parts: ['overdue', 'openOverdue'] },
    { key: 'overdue', number: '4', title: 'Đã giải quyết, quá hạn', parts: [] },
    { key: 'openOverdue', number: '5', title: 'Đang giải quyết, quá hạn', parts: [] },
  ],
  place: (life, period, today) =>
    progress.place(life, period, today).flatMap(column => (column === 'overdue' || column === 'openOverdue' ? [column] : [])),
}

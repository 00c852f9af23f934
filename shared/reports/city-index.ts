import { isWithin } from './period.ts'
import { endedOnTime } from './progress.ts'
import type { Report } from './report.ts'

export type CityIndexColumn = 'ended' | 'inTime' | 'late' | 'pastDue' | 'manySupplements'

/**
 * The city's index of progress (QĐ 766/QĐ-TTg, indicator 2.1): the share of what ended in time.
 *
 * More than one supplement request counts as late here and nowhere else (rule T13).
 */
export const cityIndex: Report<CityIndexColumn> = {
  name: 'city-index',
  number: null,
  title: 'Chỉ số tiến độ giải quyết hồ sơ',
  groupedBy: 'field',
  columns: [
    { key: 'ended', number: '', title: 'Đã giải quyết', parts: ['inTime', 'pastDue', 'manySupplements'] },
    { key: 'inTime', number: '', title: 'Tính là đúng hạn', parts: [] },
    { key: 'late', number: '', title: 'Tính là trễ hạn', parts: ['pastDue', 'manySupplements'] },
    { key: 'pastDue', number: '', title: 'Trễ: quá ngày hẹn', parts: [] },
    { key: 'manySupplements', number: '', title: 'Trễ: yêu cầu bổ sung hơn một lần', parts: [] },
  ],
  place: (life, period) => {
    const { end, supplementsAskedOn } = life
    if (end === null || !isWithin(end.on, period)) return []
    if (endedOnTime(life, end) === 'overdue') return ['pastDue']
    return [supplementsAskedOn.length > 1 ? 'manySupplements' : 'inTime']
  },
}

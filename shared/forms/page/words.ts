import { dayOfInstant, formatDayLong, instantToLocal, type Day } from '../../base/day.ts'
import type { Limit } from '../../calendar/due.ts'

/** `ngày 05 tháng 02 năm 2026`: days below ten and the first two months have a leading nought (NĐ 30/2020, annex I). */
export function dayInWords(on: Day): string {
  const [year = '', month = '', dayOfMonth = ''] = on.split('-')
  return `ngày ${dayOfMonth} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

/** `10 giờ 44 phút`, the clock in Vietnam. */
export function timeInWords(instant: string): string {
  const minutes = instantToLocal(instant).minutesOfDay
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')} giờ ${String(minutes % 60).padStart(2, '0')} phút`
}

/** `10 giờ 44 phút, ngày 25 tháng 11 năm 2026` */
export function momentInWords(instant: string): string {
  return `${timeInWords(instant)}, ${dayInWords(dayOfInstant(instant))}`
}

/** `thứ Năm, ngày 26 tháng 11 năm 2026` */
export function dayInWordsLong(on: Day): string {
  return `${formatDayLong(on).replace(/ \d.*$/, '')}, ${dayInWords(on)}`
}

/** `3 ngày làm việc` (rule T4). */
export function limitInWords({ count, unit }: Limit): string {
  switch (unit) {
    case 'hours':
      return `${count} giờ làm việc`
    case 'working-days':
      return `${count} ngày làm việc`
    case 'days':
      return `${count} ngày`
    case 'same-day':
      return 'trong ngày'
    case 'none':
      return 'không quy định thời hạn'
  }
}

/** The first letter in capitals, the rest as it is. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

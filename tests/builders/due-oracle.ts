import type { LimitUnit } from '../../shared/calendar/due.ts'
import type { Calendar } from '../../shared/calendar/working-days.ts'
import type { Hours } from '../../shared/calendar/working-hours.ts'

// What is counted here shares no code with what it checks: it walks minute by minute, asks Intl for the
// clock in Vietnam, and looks at one minute at a time. Slow, and hard to get wrong.

export const MINUTE = 60_000
const HOUR = 60 * MINUTE
const LONDON_TO_VIETNAM = 7 * HOUR

/** What the calendar on the wall shows at an instant; Intl is asked once a day, because it is slow. */
const wallByUtcHour = new Map<number, { day: string; weekday: string; hour: number }>()
const vietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short', hour: '2-digit', hourCycle: 'h23',
})

export function wall(ms: number) {
  const utcHour = Math.floor(ms / HOUR)
  let known = wallByUtcHour.get(utcHour)
  if (known === undefined) {
    const parts = Object.fromEntries(vietnam.formatToParts(ms).map(({ type, value }) => [type, value]))
    known = { day: `${parts.year}-${parts.month}-${parts.day}`, weekday: String(parts.weekday), hour: Number(parts.hour) }
    wallByUtcHour.set(utcHour, known)
  }
  return { ...known, minute: known.hour * 60 + Math.floor((ms - utcHour * HOUR) / MINUTE) }
}

/** Whether a day counts toward a limit (rule T3). */
export function counts({ day, weekday }: { day: string; weekday: string }, calendar: Calendar): boolean {
  const isWeekend = weekday === 'Sat' || weekday === 'Sun'
  if (day > calendar.horizon) return !isWeekend
  return isWeekend ? day in calendar.makeUpDays : !(day in calendar.daysOff)
}

function isWork(ms: number, calendar: Calendar, hours: Hours): boolean {
  const now = wall(ms)
  return counts(now, calendar) && hours.sessions.some(({ from, until }) => now.minute >= from && now.minute < until)
}

/** The first instant of working time at or after the receipt (rule T5). */
export function oracleStart(received: number, calendar: Calendar, hours: Hours): number {
  if (isWork(received, calendar, hours)) return received
  let ms = Math.floor(received / MINUTE) * MINUTE
  do ms += MINUTE
  while (!isWork(ms, calendar, hours))
  return ms
}

export const DAY = 24 * HOUR
/** The day in Vietnam. */
export const dayOf = (ms: number) => wall(ms).day

/** When a result is due, UTC ms (rules T6–T9); null where no limit holds. */
export function oracleDue(received: number, count: number, unit: LimitUnit, calendar: Calendar, hours: Hours): number | null {
  const start = oracleStart(received, calendar, hours)
  if (unit === 'none') return null
  if (unit === 'hours') {
    let ms = start
    for (let minutes = count * 60; minutes > 0; ms += MINUTE) if (isWork(ms, calendar, hours)) minutes -= 1
    return ms
  }
  if (unit === 'days') {
    let ms = start + count * DAY
    while (!counts(wall(ms), calendar)) ms += DAY
    return ms
  }
  let ms = start
  const days = unit === 'working-days' ? count : wall(start).minute < hours.sameDayCutoff ? 0 : 1
  for (let left = days; left > 0;) {
    ms += DAY
    if (counts(wall(ms), calendar)) left -= 1
  }
  if (unit === 'working-days') return ms
  const midnight = ms - ((ms + LONDON_TO_VIETNAM) % DAY)
  let last = midnight
  for (let minute = midnight; dayOf(minute) === dayOf(ms); minute += MINUTE) if (isWork(minute, calendar, hours)) last = minute
  return last + MINUTE
}

/**
 * When a result is due after the clock stood from `stopped` until `resumed` (rules T10, T11): a limit in calendar days has calendar days
 * left, any other the minutes of working time between. One that was past by days when the clock stopped stays past.
 */
export function oracleRunOn(
  dueAt: number, unit: LimitUnit, { stopped, resumed }: { readonly stopped: number; readonly resumed: number },
  calendar: Calendar, hours: Hours,
): number {
  if (dayOf(dueAt) < dayOf(stopped)) return dueAt
  const start = oracleStart(resumed, calendar, hours)
  if (unit === 'days') {
    const midnight = (ms: number): number => ms - ((ms + LONDON_TO_VIETNAM) % DAY)
    let ms = midnight(start) + (midnight(dueAt) - midnight(stopped))
    while (!counts(wall(ms), calendar)) ms += DAY
    return ms + dueAt - midnight(dueAt)
  }
  let left = 0
  for (let ms = stopped; ms < dueAt; ms += MINUTE) if (isWork(ms, calendar, hours)) left += 1
  let ms = start
  for (; left > 0; ms += MINUTE) if (isWork(ms, calendar, hours)) left -= 1
  return ms
}

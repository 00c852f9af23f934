import { localToInstant } from '../base/day.ts'
import { nextWorkingDay, type Calendar } from '../calendar/working-days.ts'
import { closingMs, startClock, type Hours } from '../calendar/working-hours.ts'

const MINUTE = 60_000

/**
 * Until when a received dossier must leave the counter, UTC (NĐ 61/2018/NĐ-CP, Art. 18; rule L4).
 *
 * The same working day; received from 15:00 on, the first session of the next one. The hour is that of same-day procedures (T7).
 */
export function forwardBy(receivedAt: string, calendar: Calendar, hours: Hours): string {
  const start = startClock(receivedAt, calendar, hours)
  if (start.msOfDay < hours.sameDayCutoff * MINUTE) return localToInstant(start.day, closingMs(hours) / MINUTE)
  return localToInstant(nextWorkingDay(start.day, calendar), Math.min(...hours.sessions.map(({ until }) => until)))
}

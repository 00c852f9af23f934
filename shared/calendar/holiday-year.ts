import { Type, type Static } from 'typebox'
import { addDays, type Day } from '../base/day.ts'
import type { Calendar, DayOff } from './working-days.ts'

/** One year of the national calendar as it is published: days off, make-up days, and how sure each is. */
export const HolidayYear = Type.Object({
  year: Type.Integer({ minimum: 1900, maximum: 2999 }),
  days: Type.Array(Type.Object({
    date: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }),
    kind: Type.Union([Type.Literal('holiday'), Type.Literal('bridge'), Type.Literal('compensatory'), Type.Literal('makeup')]),
    name: Type.String({ minLength: 1 }),
    certainty: Type.Union([Type.Literal('certain'), Type.Literal('high'), Type.Literal('medium'), Type.Literal('low')]),
  })),
})
export type HolidayYear = Static<typeof HolidayYear>

/**
 * The calendar of these years; its horizon is the end of the last one (rule T2).
 *
 * A `low` day is expected, not announced. It is kept, so that no result is promised for the
 * middle of Tết, but from there on every due day is provisional (T15).
 */
export function yearsToCalendar(years: readonly HolidayYear[]): Calendar {
  const days = years.flatMap(year => year.days)
  const daysOff: Record<Day, DayOff> = {}
  const makeUpDays: Record<Day, string> = {}
  for (const { date, kind, name } of days) {
    if (kind === 'makeup') makeUpDays[date] = name
    else daysOff[date] = { name, kind }
  }
  const horizon = `${String(Math.max(...years.map(({ year }) => year)))}-12-31`
  const expected = days.filter(({ certainty }) => certainty === 'low').map(({ date }) => date).sort()[0]
  return { horizon, announcedUntil: expected === undefined ? horizon : addDays(expected, -1), daysOff, makeUpDays }
}

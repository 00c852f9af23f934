import { addDays, dayOfInstant, daysBetween, weekday, type Day } from '../../shared/base/day.ts'
import type { Due, Limit } from '../../shared/calendar/due.ts'
import { findRest, type Calendar } from '../../shared/calendar/working-days.ts'

/** One square of the strip that shows how a due day was counted. */
export type StripDay =
  | { readonly kind: 'gap' }
  | { readonly kind: 'received' | 'counted' | 'plain' | 'due'; readonly on: Day; readonly weekday: number; readonly number: number | null }
  | { readonly kind: 'off'; readonly on: Day; readonly weekday: number; readonly isHoliday: boolean }

const LENGTH = 7

/**
 * At most seven squares from receipt to the due day: days that count are numbered, days off are not.
 *
 * A longer way shows its first day, a gap and its last five days. Empty without a limit.
 */
export function dueDays({ receivedOn, due, limit, calendar }: {
  readonly receivedOn: Day
  readonly due: Pick<Due, 'dueOn' | 'startsAt'>
  readonly limit: Limit
  readonly calendar: Calendar
}): readonly StripDay[] {
  const { dueOn } = due
  if (dueOn === null) return []
  const square = (on: Day) => toSquare(on, receivedOn, dueOn, dayOfInstant(due.startsAt), limit, calendar)
  const length = daysBetween(receivedOn, dueOn) + 1
  if (length <= LENGTH) return daysFrom(receivedOn, length).map(square)
  return [square(receivedOn), { kind: 'gap' }, ...daysFrom(addDays(dueOn, 3 - LENGTH), LENGTH - 2).map(square)]
}

function toSquare(on: Day, receivedOn: Day, dueOn: Day, startsOn: Day, limit: Limit, calendar: Calendar): StripDay {
  const place = { on, weekday: weekday(on) }
  const number = on > startsOn ? numberOf(on, startsOn, limit, calendar) : null
  if (on === dueOn) return { ...place, kind: 'due', number }
  if (on === receivedOn) return { ...place, kind: 'received', number: null }
  const rest = findRest(on, calendar)
  if (rest !== undefined) return { ...place, kind: 'off', isHoliday: rest.why !== 'weekend' }
  return { ...place, kind: number === null ? 'plain' : 'counted', number }
}

/** Hours and same-day limits have no days to number. */
function numberOf(on: Day, startsOn: Day, limit: Limit, calendar: Calendar): number | null {
  if (limit.unit === 'days') return Math.min(daysBetween(startsOn, on), limit.count)
  if (limit.unit !== 'working-days') return null
  return daysFrom(addDays(startsOn, 1), daysBetween(startsOn, on)).filter(day => findRest(day, calendar) === undefined).length
}

function daysFrom(from: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, i) => addDays(from, i))
}

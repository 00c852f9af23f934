import { Type, type Static } from 'typebox'
import { addDays, weekday, type Day } from '../base/day.ts'

const DayText = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })

/** A day of rest: a holiday (nghỉ lễ), a swapped day (nghỉ hoán đổi), or one given back for a holiday at the weekend (nghỉ bù). */
export const DayOff = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  kind: Type.Union([Type.Literal('holiday'), Type.Literal('bridge'), Type.Literal('compensatory')]),
})
export type DayOff = Static<typeof DayOff>

/**
 * Which days count toward a limit, nationally: published data (rule T2).
 *
 * `horizon` is the last day it says anything about; `announcedUntil` the last day that rests on
 * law or announcement, when what follows is only expected. Make-up days (làm bù) carry what they make up for.
 */
export const Calendar = Type.Object({
  horizon: DayText,
  announcedUntil: Type.Optional(DayText),
  daysOff: Type.Record(DayText, DayOff),
  makeUpDays: Type.Record(DayText, Type.String({ maxLength: 200 })),
})
export type Calendar = Static<typeof Calendar>

/** Why a day does not count. */
export type Rest = { readonly why: 'weekend' } | { readonly why: DayOff['kind']; readonly name: string }

/** Whether the day counts toward a limit (rule T3); beyond the horizon only weekends are known (T15). */
export function isWorkingDay(on: Day, calendar: Calendar): boolean {
  return findRest(on, calendar) === undefined
}

/** Why the day does not count, or undefined when it does (rules T3, T14). */
export function findRest(on: Day, calendar: Calendar): Rest | undefined {
  const isKnown = on <= calendar.horizon
  const isWeekend = weekday(on) > 5
  if (isWeekend && isKnown && calendar.makeUpDays[on] !== undefined) return undefined
  const off = isKnown ? calendar.daysOff[on] : undefined
  if (off !== undefined) return { why: off.kind, name: off.name }
  return isWeekend ? { why: 'weekend' } : undefined
}

/** What a weekend day makes up for, when it counts for that reason. */
export function findMakeUp(on: Day, calendar: Calendar): string | undefined {
  return weekday(on) > 5 && on <= calendar.horizon ? calendar.makeUpDays[on] : undefined
}

/** The N-th working day after a day (rule T6); the day itself for none. */
export function addWorkingDays(from: Day, count: number, calendar: Calendar): Day {
  let on = from
  for (let left = count; left > 0; left -= 1) on = nextWorkingDay(on, calendar)
  return on
}

/** The first working day after this one. */
export function nextWorkingDay(after: Day, calendar: Calendar): Day {
  return workingDayFrom(addDays(after, 1), calendar)
}

/** This day if it counts, else the first one after it that does. */
export function workingDayFrom(from: Day, calendar: Calendar): Day {
  let on = from
  while (!isWorkingDay(on, calendar)) on = addDays(on, 1)
  return on
}

/** Whether a due day on this day rests on what is not yet announced (rule T15). */
export function isProvisional(on: Day, calendar: Calendar): boolean {
  return on > calendar.horizon || on > (calendar.announcedUntil ?? calendar.horizon)
}

import { dayOfInstant, isDay, type Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { Dossier } from './dossier.ts'

/** A day somebody types in, by the name of its field. */
export type EnteredDay = 'noticedOn' | 'paidOn' | 'signedOn' | 'issuedOn' | 'newDueOn'

export interface EnteredDayProblem extends Problem {
  readonly code: 'dossier/day-impossible'
  readonly field: EnteredDay
  /** The days that can be. */
  readonly from: Day
  readonly until: Day
}

/** A day on which something about this dossier happened: not before it was received, not after today. */
export function checkPastDay(
  field: EnteredDay, entered: string | undefined, dossier: Pick<Dossier, 'receivedAt'>, at: string,
): Result<Day, EnteredDayProblem> {
  const until = dayOfInstant(at)
  const receivedOn = dayOfInstant(dossier.receivedAt)
  return checkDay(field, entered ?? until, receivedOn < until ? receivedOn : until, until)
}

/** A day that stands in the calendar and lies within these two, both included. */
export function checkDay(field: EnteredDay, entered: string, from: Day, until: Day): Result<Day, EnteredDayProblem> {
  return isDay(entered) && entered >= from && entered <= until ? success(entered) : failure({ code: 'dossier/day-impossible', field, from, until })
}

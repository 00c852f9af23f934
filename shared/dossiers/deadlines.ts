import { dayOfInstant, type Day } from '../base/day.ts'
import { compareDays } from '../calendar/on-time.ts'
import { nextWorkingDay, type Calendar } from '../calendar/working-days.ts'
import type { Dossier, DossierState } from './dossier.ts'
import type { DuePromise } from './due-promise.ts'
import { isClockRunning } from './lifecycle.ts'

/** How an open dossier stands to its due day. Computed, never a state. */
export type DueState = 'overdue' | 'due-today' | 'due-soon' | 'in-time' | 'none'

/** What must be known of a dossier to place it; a row of an index will do. */
export interface DueDossier {
  readonly state: DossierState
  readonly due?: Pick<DuePromise, 'dueOn'>
}

/**
 * By days, not by hours; due soon is the next working day or a day off before it.
 *
 * A dossier whose clock stands or has ended, or one without a due day, has none.
 */
export function dueState(dossier: DueDossier, today: Day, calendar: Calendar): DueState {
  const dueOn = isClockRunning(dossier.state) ? dossier.due?.dueOn ?? null : null
  if (dueOn === null) return 'none'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'due-today'
  return dueOn <= nextWorkingDay(today, calendar) ? 'due-soon' : 'in-time'
}

/**
 * Whether it is late in the figures (rule T13): it ended after its due day, or its clock runs and that day is over. What a person
 * took back, or what was received in error, never is.
 */
export function isPastDue({ state, due, ended }: Pick<Dossier, 'state' | 'due' | 'ended'>, today: Day): boolean {
  if (ended === undefined) return isClockRunning(state) && compareDays(today, due?.dueOn ?? null) === 'overdue'
  return ended.how !== 'withdrawn' && ended.how !== 'voided' && compareDays(dayOfInstant(ended.at), due?.dueOn ?? null) === 'overdue'
}

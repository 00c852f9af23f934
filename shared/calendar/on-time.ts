import { dayOfInstant, type Day } from '../base/day.ts'

/** How an ended dossier stands to its promise. */
export type OnTime = 'early' | 'onTime' | 'overdue'

/** Compares days, not clock times; without a due day it is on time (rule T13). */
export function compareOnTime({ endedAt, dueOn }: { readonly endedAt: string; readonly dueOn: Day | null }): OnTime {
  return compareDays(dayOfInstant(endedAt), dueOn)
}

/** The same of a day that is known (rule T13). */
export function compareDays(endedOn: Day, dueOn: Day | null): OnTime {
  if (dueOn === null || endedOn === dueOn) return 'onTime'
  return endedOn < dueOn ? 'early' : 'overdue'
}

import type { Day } from '../../../shared/base/day.ts'
import { due } from '../../../shared/calendar/due.ts'
import type { Calendar } from '../../../shared/calendar/working-days.ts'
import type { Hours } from '../../../shared/calendar/working-hours.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'

/** How a due day promised on a calendar not yet announced stands by today's calendar. */
export type DueAgain =
  | { readonly kind: 'still-provisional' }
  | { readonly kind: 'same' }
  | { readonly kind: 'moved'; readonly dueOn: Day }

/** Counts a provisional due day anew (rule T15); undefined when the promise was not provisional. The promise itself stays. */
export function countDueAgain(dossier: Pick<Dossier, 'due' | 'receivedAt'>, calendar: Calendar, hours: Hours): DueAgain | undefined {
  const promised = dossier.due
  if (promised?.provisional !== true) return undefined
  const counted = due({ startedAt: dossier.receivedAt, limit: promised.limit, calendar, hours })
  if (!counted.ok || counted.value.dueOn === null) return undefined
  if (counted.value.dueOn !== promised.dueOn) return { kind: 'moved', dueOn: counted.value.dueOn }
  return counted.value.provisional ? { kind: 'still-provisional' } : { kind: 'same' }
}

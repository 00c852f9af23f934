import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { addDays, dayOfInstant, type Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { Dossier } from './dossier.ts'
import { checkDay, type EnteredDayProblem } from './entered-day.ts'
import { keptField, keptWords } from './kept-words.ts'
import type { Moment } from './moment.ts'
import { promiseExtended } from './promise-after.ts'

export const ApologiseInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  number: Type.Optional(Type.String({ maxLength: 100 })),
  reason: Type.String({ maxLength: 1000 }),
  newDueOn: Type.String({ maxLength: 10 }),
})
export type ApologiseInput = Static<typeof ApologiseInput>

export type ApologiseProblem = AdmissionProblem | EnteredDayProblem
  | Problem & { readonly code: 'dossier/reason-missing' | 'dossier/no-due-day' }
  | Problem & { readonly code: 'dossier/apology-twice'; readonly on: Day }
  | Problem & { readonly code: 'dossier/apology-too-late'; readonly dueOn: Day }
  | Problem & { readonly code: 'dossier/day-off'; readonly day: Day }

/**
 * Apologises in writing and promises another day (xin lỗi và hẹn lại, form 04, rules L15, T12): once, before the due instant.
 *
 * While the clock stands it is the instant at which it stopped that counts. The new day is a later working day the calendar knows.
 * Problems: `dossier/no-due-day`, `dossier/apology-twice`, `dossier/apology-too-late`, `dossier/reason-missing`,
 * `dossier/day-impossible`, `dossier/day-off`, and those of admission (L20).
 */
export function apologise(input: ApologiseInput, moment: Moment): Result<readonly NewAct[], ApologiseProblem> {
  const admitted = admit('dossier/apologise', 'dossier/apologised', moment)
  if (!admitted.ok) return admitted
  const { due, apology } = admitted.value
  if (due?.dueOn == null || due.dueAt === null) return failure({ code: 'dossier/no-due-day' })
  const held = { ...due, dueOn: due.dueOn, dueAt: due.dueAt }
  if (apology !== undefined) return failure({ code: 'dossier/apology-twice', on: dayOfInstant(apology.at) })
  if (clockOf(admitted.value, moment.at) >= held.dueAt) return failure({ code: 'dossier/apology-too-late', dueOn: held.dueOn })
  const reason = keptWords(input.reason)
  if (reason === '') return failure({ code: 'dossier/reason-missing' })
  const { calendar } = moment
  const newDueOn = checkDay('newDueOn', input.newDueOn, addDays(laterOf(held.dueOn, dayOfInstant(moment.at)), 1), calendar.horizon)
  if (!newDueOn.ok) return newDueOn
  if (!isWorkingDay(newDueOn.value, calendar)) return failure({ code: 'dossier/day-off', day: newDueOn.value })
  const body: DossierBodies['dossier/apologised'] = {
    ...keptField('number', input.number, 100), reason, previousDueOn: held.dueOn, due: promiseExtended(held, newDueOn.value, moment),
  }
  return success([{ subject: input.subject, kind: 'dossier/apologised', body }])
}

/** Where the clock of the dossier stands: now, or where it was stopped. */
function clockOf({ pauses }: Dossier, at: string): string {
  const pause = pauses.at(-1)
  return pause === undefined || pause.until !== undefined ? at : pause.since
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other
}

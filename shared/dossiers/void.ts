import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { dayOfInstant, type Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { Moment } from './moment.ts'

export const VoidInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  reason: Type.String({ maxLength: 1000 }),
})
export type VoidInput = Static<typeof VoidInput>

export type VoidProblem = AdmissionProblem
  | Problem & { readonly code: 'dossier/reason-missing' }
  | Problem & { readonly code: 'dossier/void-too-late'; readonly receivedOn: Day }

/**
 * Takes back a dossier received in error, on the same day and with a reason; its number stays used (rule L17).
 *
 * Problems: `dossier/reason-missing`, `dossier/void-too-late`, and those of admission (L20).
 */
export function voidDossier(input: VoidInput, moment: Moment): Result<readonly NewAct[], VoidProblem> {
  const admitted = admit('dossier/void', 'dossier/voided', moment)
  if (!admitted.ok) return admitted
  const receivedOn = dayOfInstant(admitted.value.receivedAt)
  if (dayOfInstant(moment.at) !== receivedOn) return failure({ code: 'dossier/void-too-late', receivedOn })
  const reason = normalise(input.reason)
  if (reason === '') return failure({ code: 'dossier/reason-missing' })
  const body: DossierBodies['dossier/voided'] = { reason }
  return success([{ subject: input.subject, kind: 'dossier/voided', body }])
}

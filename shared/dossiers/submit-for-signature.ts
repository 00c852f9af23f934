import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { success, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { checkParts, type PartsOpen } from './check-parts.ts'
import type { Moment } from './moment.ts'
import { nameResults, ResultInput, type ResultsProblem } from './name-results.ts'
import { findRecipient, type RecipientProblem } from './recipient.ts'

export const SubmitForSignatureInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  /** The leader before whom it is laid; any leader may sign. */
  to: Type.String({ maxLength: 40 }),
  results: Type.Array(ResultInput, { maxItems: 20 }),
})
export type SubmitForSignatureInput = Static<typeof SubmitForSignatureInput>

export type SubmitForSignatureProblem = AdmissionProblem | ResultsProblem | RecipientProblem | PartsOpen

/**
 * Lays the draft results before a leader (trình ký, rule L9).
 *
 * Problems: `dossier/parts-open` for a linked dossier, `dossier/results-missing`, `dossier/recipient-unknown`,
 * and those of admission (L20).
 */
export function submitForSignature(input: SubmitForSignatureInput, moment: Moment): Result<readonly NewAct[], SubmitForSignatureProblem> {
  const admitted = admit('dossier/submit-for-signature', 'dossier/submitted-for-signature', moment)
  if (!admitted.ok) return admitted
  const parts = checkParts(admitted.value)
  if (!parts.ok) return parts
  const results = nameResults(input.results)
  if (!results.ok) return results
  const to = findRecipient(input.to, 'dossier/sign', moment.users)
  if (!to.ok) return to
  const body: DossierBodies['dossier/submitted-for-signature'] = { to: to.value, results: results.value }
  return success([{ subject: input.subject, kind: 'dossier/submitted-for-signature', body }])
}

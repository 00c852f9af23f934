import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { success, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { findOpenPart, type PartProblem } from './check-parts.ts'
import type { Dossier } from './dossier.ts'
import type { Moment } from './moment.ts'
import { nameResults, ResultInput, type ResultsProblem } from './name-results.ts'
import type { DraftResult } from './progress-parts.ts'
import { findRecipient, type RecipientProblem } from './recipient.ts'

export const SubmitForSignatureInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  /** The leader before whom it is laid; any leader may sign. */
  to: Type.String({ maxLength: 40 }),
  /** Each of a linked dossier names the part it resolves. */
  results: Type.Array(Type.Object({ ...ResultInput.properties, part: Type.Optional(Type.String({ maxLength: 40 })) }), { maxItems: 20 }),
})
export type SubmitForSignatureInput = Static<typeof SubmitForSignatureInput>

export type SubmitForSignatureProblem = AdmissionProblem | ResultsProblem | RecipientProblem | PartProblem

/**
 * Lays the draft results before a leader (trình ký, rule L9).
 *
 * Of a linked dossier those of the parts that are ready: the others go on meanwhile.
 * Problems: `dossier/part-unknown`, `dossier/part-resolved`, `dossier/results-missing`, `dossier/recipient-unknown`, and those of
 * admission (L20).
 */
export function submitForSignature(input: SubmitForSignatureInput, moment: Moment): Result<readonly NewAct[], SubmitForSignatureProblem> {
  const admitted = admit('dossier/submit-for-signature', 'dossier/submitted-for-signature', moment)
  if (!admitted.ok) return admitted
  const results = nameDrafts(input.results, admitted.value)
  if (!results.ok) return results
  const to = findRecipient(input.to, 'dossier/sign', moment.users)
  if (!to.ok) return to
  const body: DossierBodies['dossier/submitted-for-signature'] = { to: to.value, results: results.value }
  return success([{ subject: input.subject, kind: 'dossier/submitted-for-signature', body }])
}

function nameDrafts(input: SubmitForSignatureInput['results'], dossier: Dossier): Result<DraftResult[], ResultsProblem | PartProblem> {
  const named = nameResults(input)
  if (!named.ok) return named
  const drafts: DraftResult[] = []
  for (const [i, draft] of named.value.entries()) {
    const of = input[i]?.part
    if (of === undefined && dossier.parts === undefined) {
      drafts.push(draft)
      continue
    }
    const part = findOpenPart(dossier, of)
    if (!part.ok) return part
    const { id } = part.value
    drafts.push({ ...draft, id: `${id}-r${String(drafts.filter(each => each.part === id).length + 1)}`, part: id })
  }
  return success(drafts)
}

import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { Moment } from './moment.ts'

export const DetachPaperInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  paperId: Type.String({ maxLength: 100 }),
  reason: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type DetachPaperInput = Static<typeof DetachPaperInput>

export type DetachPaperProblem = AdmissionProblem | Problem & { readonly code: 'dossier/paper-unknown' | 'dossier/reason-missing' }

/**
 * Takes a paper out of an open dossier, with a reason once the receipt is printed (rule L16); one that must be submitted is then missing.
 *
 * Problems: `dossier/paper-unknown`, `dossier/reason-missing`, and those of admission (L20).
 */
export function detachPaper(input: DetachPaperInput, moment: Moment): Result<readonly NewAct[], DetachPaperProblem> {
  const admitted = admit('dossier/detach-paper', 'dossier/paper-detached', moment)
  if (!admitted.ok) return admitted
  const { papers, printed } = admitted.value
  if (!papers.some(({ id, received }) => id === input.paperId && received)) return failure({ code: 'dossier/paper-unknown' })
  const reason = normalise(input.reason ?? '')
  if (reason === '' && (printed.receipt ?? 0) > 0) return failure({ code: 'dossier/reason-missing' })
  const body: DossierBodies['dossier/paper-detached'] = { paperId: input.paperId, ...(reason === '' ? {} : { reason }) }
  return success([{ subject: input.subject, kind: 'dossier/paper-detached', body }])
}

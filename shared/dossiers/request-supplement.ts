import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { keptField, keptWords } from './kept-words.ts'
import type { Moment } from './moment.ts'

export const RequestSupplementInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  /** What is to be brought or made complete, one line each. */
  papers: Type.Array(Type.String({ maxLength: 500 }), { maxItems: 100 }),
  reason: Type.String({ maxLength: 1000 }),
  legalGround: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type RequestSupplementInput = Static<typeof RequestSupplementInput>

export type RequestSupplementProblem = AdmissionProblem
  | Problem & { readonly code: 'dossier/missing-papers-unnamed' | 'dossier/reason-missing' }

/**
 * Asks the person to make the dossier complete (yêu cầu bổ sung, form 02, rule L6); the clock stops (T10).
 *
 * From the second request on the city's index counts the dossier as late, so `count` is what a screen warns by.
 * Problems: `dossier/missing-papers-unnamed`, `dossier/reason-missing`, and those of admission (L20).
 */
export function requestSupplement(input: RequestSupplementInput, moment: Moment): Result<readonly NewAct[], RequestSupplementProblem> {
  const admitted = admit('dossier/request-supplement', 'dossier/supplement-requested', moment)
  if (!admitted.ok) return admitted
  const papers = input.papers.map(line => keptWords(line, 500)).filter(line => line !== '')
  if (papers.length === 0) return failure({ code: 'dossier/missing-papers-unnamed' })
  const reason = keptWords(input.reason)
  if (reason === '') return failure({ code: 'dossier/reason-missing' })
  const body: DossierBodies['dossier/supplement-requested'] = {
    count: admitted.value.supplements.length + 1, papers, reason, ...keptField('legalGround', input.legalGround),
  }
  return success([{ subject: input.subject, kind: 'dossier/supplement-requested', body }])
}

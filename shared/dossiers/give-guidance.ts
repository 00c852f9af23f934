import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import type { DossierBodies } from './act-bodies.ts'
import { chooseCase, type ChoiceProblem } from './choose-case.ts'
import type { Moment } from './moment.ts'
import { keepVisit, VISIT_INPUT, type VisitProblem } from './visit.ts'

export const GiveGuidanceInput = Type.Object({
  ...VISIT_INPUT,
  /** What is missing or must be made complete, one line each. */
  missingPapers: Type.Array(Type.String({ maxLength: 500 }), { maxItems: 100 }),
  /** Why it must be there; the decision the procedure is published by when empty. */
  legalGround: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type GiveGuidanceInput = Static<typeof GiveGuidanceInput>

export type GiveGuidanceProblem = ChoiceProblem | VisitProblem
  | Problem & { readonly code: 'dossier/missing-papers-unnamed' | 'dossier/legal-ground-missing' }

/**
 * Sends a person home with what to complete (hướng dẫn, rule L2): one act `guidance/given`, no number, no clock.
 *
 * Problems: `procedure/unknown`, `procedure/case-unknown`, `dossier/name-missing`, `dossier/input-invalid`,
 * `dossier/missing-papers-unnamed`, `dossier/legal-ground-missing`.
 */
export function giveGuidance(input: GiveGuidanceInput, moment: Moment): Result<readonly NewAct[], GiveGuidanceProblem> {
  const chosen = chooseCase(moment.catalogue, input)
  if (!chosen.ok) return chosen
  const visit = keepVisit(input, chosen.value.frozen, moment)
  if (!visit.ok) return visit
  const missingPapers = input.missingPapers.map(normalise).filter(line => line !== '')
  if (missingPapers.length === 0) return failure({ code: 'dossier/missing-papers-unnamed' })
  const legalGround = normalise(input.legalGround ?? '') || normalise(chosen.value.procedure.decision)
  if (legalGround === '') return failure({ code: 'dossier/legal-ground-missing' })
  const body: DossierBodies['guidance/given'] = { ...visit.value, missingPapers, legalGround }
  return success([{ subject: moment.freshSubject('dossier'), kind: 'guidance/given', body }])
}

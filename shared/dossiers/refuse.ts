import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import type { DossierBodies } from './act-bodies.ts'
import { chooseCase, type ChoiceProblem } from './choose-case.ts'
import type { Moment } from './moment.ts'
import { keepVisit, VISIT_INPUT, type VisitProblem } from './visit.ts'

export const RefuseInput = Type.Object({ ...VISIT_INPUT, reason: Type.String({ maxLength: 1000 }) })
export type RefuseInput = Static<typeof RefuseInput>

export type RefuseProblem = ChoiceProblem | VisitProblem | Problem & { readonly code: 'dossier/reason-missing' }

/**
 * Refuses to receive (từ chối tiếp nhận, rule L3): one act `dossier/refused` with a reason in words, no number.
 *
 * A procedure that is suspended or withdrawn can be refused, that may be the very reason.
 * Problems: `procedure/unknown`, `procedure/case-unknown`, `dossier/name-missing`, `dossier/input-invalid`, `dossier/reason-missing`.
 */
export function refuse(input: RefuseInput, moment: Moment): Result<readonly NewAct[], RefuseProblem> {
  const chosen = chooseCase(moment.catalogue, input)
  if (!chosen.ok) return chosen
  const visit = keepVisit(input, chosen.value.frozen, moment)
  if (!visit.ok) return visit
  const reason = normalise(input.reason)
  if (reason === '') return failure({ code: 'dossier/reason-missing' })
  const body: DossierBodies['dossier/refused'] = { ...visit.value, reason }
  return success([{ subject: moment.freshSubject('dossier'), kind: 'dossier/refused', body }])
}

import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { keptField, keptWords } from './kept-words.ts'
import { giveRefund, RefundInput, type FeeTakenProblem } from './money.ts'
import type { Moment } from './moment.ts'
import { countGivenBack, OriginalsInput, type OriginalsProblem } from './originals.ts'
import { PROGRESS_BODIES } from './progress-bodies.ts'

export const StopInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  as: PROGRESS_BODIES['dossier/stopped'].properties.as,
  reason: Type.String({ maxLength: 1000 }),
  legalGround: Type.Optional(Type.String({ maxLength: 1000 })),
  originals: OriginalsInput,
  refund: Type.Optional(RefundInput),
})
export type StopInput = Static<typeof StopInput>

export type StopProblem = AdmissionProblem | OriginalsProblem | FeeTakenProblem | Problem & { readonly code: 'dossier/reason-missing' }

/**
 * Ends the work on a dossier without a result (dừng giải quyết, form 05, or a refusal after appraisal; rule L14).
 *
 * Problems: `dossier/reason-missing`, `dossier/originals-miscounted`, `dossier/refund-over`, `money/…`, and those of admission (L20).
 */
export function stop(input: StopInput, moment: Moment): Result<readonly NewAct[], StopProblem> {
  const admitted = admit('dossier/stop', 'dossier/stopped', moment)
  if (!admitted.ok) return admitted
  const reason = keptWords(input.reason)
  if (reason === '') return failure({ code: 'dossier/reason-missing' })
  const originals = countGivenBack(admitted.value, input.originals)
  if (!originals.ok) return originals
  const refund = input.refund === undefined ? undefined : giveRefund(input.refund, admitted.value)
  if (refund?.ok === false) return refund
  const body: DossierBodies['dossier/stopped'] = {
    as: input.as, reason, ...keptField('legalGround', input.legalGround), originals: originals.value,
    ...(refund === undefined ? {} : { refund: refund.value }),
  }
  return success([{ subject: input.subject, kind: 'dossier/stopped', body }])
}

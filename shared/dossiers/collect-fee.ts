import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { success, type Result } from '../base/result.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { FeeTakenInput, takeFee, type FeeTakenProblem } from './money.ts'
import type { Moment } from './moment.ts'

export const CollectFeeInput = Type.Object({ subject: Type.String({ maxLength: 80 }), ...FeeTakenInput.properties })
export type CollectFeeInput = Static<typeof CollectFeeInput>

export type CollectFeeProblem = AdmissionProblem | FeeTakenProblem

/**
 * Takes the fee or a part of it (thu lệ phí, rules L21, M1, M3).
 *
 * Problems: `dossier/fee-over`, `money/…`, `stock/used-up`, and those of admission (L20).
 */
export function collectFee(input: CollectFeeInput, moment: Moment): Result<readonly NewAct[], CollectFeeProblem> {
  const admitted = admit('dossier/collect-fee', 'dossier/fee-collected', moment)
  if (!admitted.ok) return admitted
  const fee = takeFee(input, admitted.value, moment)
  return fee.ok ? success([{ subject: input.subject, kind: 'dossier/fee-collected', body: fee.value }]) : fee
}

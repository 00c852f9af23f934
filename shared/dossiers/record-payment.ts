import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { checkMoney, type MoneyProblem } from '../base/money.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { checkPastDay, type EnteredDayProblem } from './entered-day.ts'
import { keptWords } from './kept-words.ts'
import type { Moment } from './moment.ts'
import { promiseAfterPause } from './promise-after.ts'

export const RecordPaymentInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  amount: Type.Number(),
  /** What proves it: the number of a receipt or of a transfer. */
  proof: Type.String({ maxLength: 1000 }),
  /** Today when empty. */
  paidOn: Type.Optional(Type.String({ maxLength: 10 })),
})
export type RecordPaymentInput = Static<typeof RecordPaymentInput>

export type RecordPaymentProblem = AdmissionProblem | EnteredDayProblem | MoneyProblem
  | Problem & { readonly code: 'dossier/proof-missing' }
  | Problem & { readonly code: 'dossier/payment-short'; readonly amount: number }

/**
 * The financial obligation is met (rule L8): what was paid, the proof, and a due day in which the remaining time runs on (T11).
 *
 * Problems: `dossier/proof-missing`, `dossier/payment-short` for less than the notice asks, `dossier/day-impossible`, `money/…`,
 * and those of admission (L20).
 */
export function recordPayment(input: RecordPaymentInput, moment: Moment): Result<readonly NewAct[], RecordPaymentProblem> {
  const admitted = admit('dossier/record-payment', 'dossier/payment-recorded', moment)
  if (!admitted.ok) return admitted
  const dossier = admitted.value
  const amount = checkMoney(input.amount)
  if (!amount.ok) return amount
  const asked = dossier.payments.at(-1)?.amount ?? 0
  if (amount.value < asked) return failure({ code: 'dossier/payment-short', amount: asked })
  const proof = keptWords(input.proof)
  if (proof === '') return failure({ code: 'dossier/proof-missing' })
  const paidOn = checkPastDay('paidOn', input.paidOn, dossier, moment.at)
  if (!paidOn.ok) return paidOn
  const body: DossierBodies['dossier/payment-recorded'] = {
    amount: amount.value, proof, paidOn: paidOn.value, due: promiseAfterPause(dossier, 'resume', moment),
  }
  return success([{ subject: input.subject, kind: 'dossier/payment-recorded', body }])
}

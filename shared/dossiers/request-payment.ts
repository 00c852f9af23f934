import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { checkMoney, type MoneyProblem } from '../base/money.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { checkPastDay, type EnteredDayProblem } from './entered-day.ts'
import { keptWords } from './kept-words.ts'
import type { Moment } from './moment.ts'

export const RequestPaymentInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  noticeNumber: Type.String({ maxLength: 100 }),
  /** Today when empty. */
  noticedOn: Type.Optional(Type.String({ maxLength: 10 })),
  /** Whose notice it is, a tax office for instance. */
  issuedBy: Type.String({ maxLength: 200 }),
  amount: Type.Number(),
})
export type RequestPaymentInput = Static<typeof RequestPaymentInput>

export type RequestPaymentProblem = AdmissionProblem | EnteredDayProblem | MoneyProblem
  | Problem & { readonly code: 'dossier/notice-incomplete' }

/**
 * Tells the person of a financial obligation (nghĩa vụ tài chính, rule L8); the clock stops until it is met (T11).
 *
 * Problems: `dossier/notice-incomplete` without a number or without who issued it, `dossier/day-impossible`, `money/…`, and
 * those of admission (L20).
 */
export function requestPayment(input: RequestPaymentInput, moment: Moment): Result<readonly NewAct[], RequestPaymentProblem> {
  const admitted = admit('dossier/request-payment', 'dossier/payment-requested', moment)
  if (!admitted.ok) return admitted
  const [noticeNumber, issuedBy] = [keptWords(input.noticeNumber, 100), keptWords(input.issuedBy, 200)]
  if (noticeNumber === '' || issuedBy === '') return failure({ code: 'dossier/notice-incomplete' })
  const noticedOn = checkPastDay('noticedOn', input.noticedOn, admitted.value, moment.at)
  if (!noticedOn.ok) return noticedOn
  const amount = checkMoney(input.amount)
  if (!amount.ok) return amount
  const body: DossierBodies['dossier/payment-requested'] = { noticeNumber, noticedOn: noticedOn.value, issuedBy, amount: amount.value }
  return success([{ subject: input.subject, kind: 'dossier/payment-requested', body }])
}

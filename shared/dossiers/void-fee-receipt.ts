import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { drawReceipt, type StockUsedUp } from '../stocks/draw-receipt.ts'
import { checkWritable, type StockProblem } from '../stocks/writable.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, notAllowed, type AdmissionProblem } from './admission.ts'
import { keptWords } from './kept-words.ts'
import { mayBePaid } from './lifecycle.ts'
import type { Moment } from './moment.ts'
import { isSameBlank, strayMoney } from './stray-money.ts'

export const VoidFeeReceiptInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  /** Which receipt: the stock it lies in, and its number. */
  stock: Type.String({ maxLength: 80 }),
  number: Type.Integer({ minimum: 0, maximum: 999_999_999 }),
  reason: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type VoidFeeReceiptInput = Static<typeof VoidFeeReceiptInput>

export type VoidFeeReceiptProblem = AdmissionProblem | StockProblem | StockUsedUp
  | Problem & { readonly code: 'dossier/fee-receipt-unknown' | 'dossier/reason-missing' }

/**
 * A fee receipt written wrongly counts for nothing and keeps its number (hủy biên lai, rule M3); the money stays, and the next
 * receipt of the stock says so. Money that came after the dossier was closed goes back to the person, and no receipt follows.
 *
 * Problems: `dossier/fee-receipt-unknown`, `stock/other-desk` (a stock is written at its own desk alone), `stock/closed`,
 * `dossier/reason-missing`, `stock/used-up`, and those of admission (L20).
 */
export function voidFeeReceipt(input: VoidFeeReceiptInput, moment: Moment): Result<readonly NewAct[], VoidFeeReceiptProblem> {
  const admitted = admit('dossier/void-fee-receipt', 'dossier/fee-receipt-voided', moment)
  if (!admitted.ok) return admitted
  const dossier = admitted.value
  const { stock, number } = input
  const stray = strayMoney(dossier).find(({ receipt }) => isSameBlank(receipt, input))
  if (stray === undefined && !mayBePaid(dossier.state)) return failure(notAllowed('dossier/void-fee-receipt', dossier, moment))
  const known = stray?.receipt ?? dossier.money.find(({ receipt }) => receipt !== undefined && isSameBlank(receipt, input))?.receipt
  if (known === undefined) return failure({ code: 'dossier/fee-receipt-unknown' })
  const writable = checkWritable(stock, moment)
  if (!writable.ok) return writable
  const reason = keptWords(input.reason)
  if (reason === '') return failure({ code: 'dossier/reason-missing' })
  const voided = { stock, number, printed: known.printed }
  if (stray !== undefined) return success([voiding(input.subject, { voided, reason, givenBack: stray.amount })])
  const drawn = drawReceipt(moment.stocks, { device: moment.office.device, userId: moment.author.id })
  if (!drawn.ok) return drawn
  return success([voiding(input.subject, { voided, reason, ...(drawn.value === undefined ? {} : { receipt: drawn.value }) })])
}

function voiding(subject: string, body: DossierBodies['dossier/fee-receipt-voided']): NewAct {
  return { subject, kind: 'dossier/fee-receipt-voided', body }
}

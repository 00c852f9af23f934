import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { drawReceipt, type StockUsedUp } from '../stocks/draw-receipt.ts'
import { checkWritable, type StockProblem } from '../stocks/writable.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { keptWords } from './kept-words.ts'
import type { Moment } from './moment.ts'

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
 * receipt of the stock says so.
 *
 * Problems: `dossier/fee-receipt-unknown`, `stock/other-desk` (a stock is written at its own desk alone), `stock/closed`,
 * `dossier/reason-missing`, `stock/used-up`, and those of admission (L20).
 */
export function voidFeeReceipt(input: VoidFeeReceiptInput, moment: Moment): Result<readonly NewAct[], VoidFeeReceiptProblem> {
  const admitted = admit('dossier/void-fee-receipt', 'dossier/fee-receipt-voided', moment)
  if (!admitted.ok) return admitted
  const { stock, number } = input
  const known = admitted.value.money.find(({ receipt }) => receipt?.stock === stock && receipt.number === number)?.receipt
  if (known === undefined) return failure({ code: 'dossier/fee-receipt-unknown' })
  const writable = checkWritable(stock, moment)
  if (!writable.ok) return writable
  const reason = keptWords(input.reason)
  if (reason === '') return failure({ code: 'dossier/reason-missing' })
  const drawn = drawReceipt(moment.stocks, { device: moment.office.device, userId: moment.author.id })
  if (!drawn.ok) return drawn
  const body: DossierBodies['dossier/fee-receipt-voided'] = {
    voided: { stock, number, printed: known.printed }, reason, ...(drawn.value === undefined ? {} : { receipt: drawn.value }),
  }
  return success([{ subject: input.subject, kind: 'dossier/fee-receipt-voided', body }])
}

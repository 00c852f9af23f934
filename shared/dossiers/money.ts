import { Type, type Static } from 'typebox'
import { checkMoney, type MoneyProblem } from '../base/money.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { drawReceipt, type StockUsedUp } from '../stocks/draw-receipt.ts'
import type { Dossier } from './dossier.ts'
import { keptField } from './kept-words.ts'
import type { Moment } from './moment.ts'
import { FeeTaken, type Refund } from './progress-parts.ts'

/** Money taken in, as it is typed: anything a keyboard can write. */
export const FeeTakenInput = Type.Object({
  amount: Type.Number(),
  method: FeeTaken.properties.method,
  /** Of a loose blank, where this desk has no stock to draw from. */
  receiptNumber: Type.Optional(Type.String({ maxLength: 100 })),
})
export type FeeTakenInput = Static<typeof FeeTakenInput>

export const RefundInput = Type.Object({ amount: Type.Number(), reason: Type.Optional(Type.String({ maxLength: 1000 })) })
export type RefundInput = Static<typeof RefundInput>

/** How a dossier stands in money: a matter of its own beside its state (rule L21). Whole đồng. */
export interface Balance {
  readonly due: number
  readonly collected: number
  readonly refunded: number
  /** Never below nothing. */
  readonly owed: number
}

export type FeeTakenProblem = MoneyProblem | StockUsedUp
  | Problem & { readonly code: 'dossier/fee-over'; readonly owed: number }
  | Problem & { readonly code: 'dossier/refund-over'; readonly collected: number }

export function balanceOf({ fee, money }: Pick<Dossier, 'fee' | 'money'>): Balance {
  const sum = (kind: 'collected' | 'refunded'): number =>
    money.reduce((total, entry) => (entry.kind === kind ? total + entry.amount : total), 0)
  const due = fee?.amount ?? 0
  const [collected, refunded] = [sum('collected'), sum('refunded')]
  return { due, collected, refunded, owed: Math.max(0, due - collected + refunded) }
}

/**
 * Money as it is kept, with the next receipt of this desk's stock (rule M3).
 *
 * Problems: `money/…`, `dossier/fee-over` for nothing at all or more than is still owed, and last `stock/used-up`.
 */
export function takeFee(
  { amount, method, receiptNumber }: FeeTakenInput, dossier: Dossier, { stocks, office, author }: Pick<Moment, 'stocks' | 'office' | 'author'>,
): Result<FeeTaken, FeeTakenProblem> {
  const checked = checkMoney(amount)
  if (!checked.ok) return checked
  const { owed } = balanceOf(dossier)
  if (checked.value === 0 || checked.value > owed) return failure({ code: 'dossier/fee-over', owed })
  const drawn = drawReceipt(stocks, { device: office.device, userId: author.id })
  if (!drawn.ok) return drawn
  const receipt = drawn.value
  const number = receipt === undefined ? keptField('receiptNumber', receiptNumber, 100) : { receiptNumber: receipt.printed, receipt }
  return success({ amount: checked.value, method, ...number })
}

/** Money given back. Problems: `money/…`, and `dossier/refund-over` for more than was collected. */
export function giveRefund({ amount, reason }: RefundInput, dossier: Dossier): Result<Refund, FeeTakenProblem> {
  const checked = checkMoney(amount)
  if (!checked.ok) return checked
  const { collected, refunded } = balanceOf(dossier)
  if (checked.value > collected - refunded) return failure({ code: 'dossier/refund-over', collected: Math.max(0, collected - refunded) })
  return success({ amount: checked.value, ...keptField('reason', reason) })
}

import type { Result } from '../../shared/base/result.ts'
import type { FeeReceipt } from '../../shared/stocks/act-bodies.ts'
import type { StockUsedUp } from '../../shared/stocks/draw-receipt.ts'
import { stockWords as words } from '../text/stocks.ts'

/** The receipt that the next fee stands on: undefined where no stock is open here, a problem where it has no blank left. */
export type NextReceipt = Result<FeeReceipt | undefined, StockUsedUp>

/** Which number will be drawn, or that none is left; undefined where the number is typed, or nobody knows yet. */
export function nextReceiptSentence(next: NextReceipt | null): string | undefined {
  if (next === null) return undefined
  if (!next.ok) return words.usedUp(next.problem.symbol, next.problem.to)
  return next.value === undefined ? undefined : words.drawnNext(next.value.symbol, next.value.printed)
}

/** No stock is open here: a loose blank is used, and its number typed. */
export function isTypedNumber(next: NextReceipt | null): boolean {
  return next?.ok === true && next.value === undefined
}

import type { Act } from '../acts/act.ts'
import type { DrawnReceipt } from './fold-stock.ts'
import { readDrawing } from './read-act.ts'

/** The receipts that acts drew, and those they made void, each once (rule M3); of a body nobody can read none is known. */
export function receiptsDrawnBy(acts: readonly Act[]): readonly DrawnReceipt[] {
  const drawings = acts.map(act => ({ at: act.at, reason: act.body['reason'], ...readDrawing(act) }))
  const drawn = drawings.flatMap(({ drawn: receipt }): DrawnReceipt[] =>
    receipt === undefined ? [] : [{ stock: receipt.stock, number: receipt.number }])
  const voided = drawings.flatMap(({ voided: blank, reason, at }): DrawnReceipt[] => (blank === undefined ? [] : [
    { stock: blank.stock, number: blank.number, voided: { reason: typeof reason === 'string' ? reason : '', at } },
  ]))
  return [...new Map([...drawn, ...voided].map(receipt => [`${receipt.stock} ${String(receipt.number)}`, receipt])).values()]
}

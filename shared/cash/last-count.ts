import { Value } from 'typebox/value'
import type { Act } from '../acts/act.ts'
import { inFoldingOrder } from '../acts/order.ts'
import { CASH_BODIES, type CashCount } from './act-bodies.ts'

/** A count and when it was made, UTC ms. */
export interface CountedCash extends CashCount {
  readonly at: string
}

/** The newest count among the acts of one `cash:…`, or undefined. */
export function lastCount(acts: readonly Act[]): CountedCash | undefined {
  const act = inFoldingOrder(acts).findLast(({ kind, body }) => kind === 'cash/counted' && Value.Check(CASH_BODIES['cash/counted'], body))
  return act && { ...(act.body as unknown as CashCount), at: act.at }
}

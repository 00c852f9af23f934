import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { StockMoment } from './moment.ts'
import { parseStockSubject } from './stock.ts'
import type { StockState } from './stocks.ts'

/** Why nothing can be written in a stock here. */
export type StockProblem =
  | Problem & { readonly code: 'stock/unknown' }
  | Problem & { readonly code: 'stock/other-desk'; readonly desk: string }
  | Problem & { readonly code: 'stock/closed'; readonly symbol: string; readonly closedAt: string }

/** The stock, if this desk may write in it. Problems: `stock/unknown`, `stock/other-desk`, `stock/closed`. */
export function checkWritable(subject: string, { stocks, office }: Pick<StockMoment, 'stocks' | 'office'>): Result<StockState, StockProblem> {
  const state = stocks[subject]
  if (state === undefined) return failure({ code: 'stock/unknown' })
  if (parseStockSubject(subject)?.device !== office.device) return failure({ code: 'stock/other-desk', desk: state.deskName })
  if (state.closedAt !== null) return failure({ code: 'stock/closed', symbol: state.symbol, closedAt: state.closedAt })
  return success(state)
}

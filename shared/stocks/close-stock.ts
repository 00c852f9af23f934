import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Result } from '../base/result.ts'
import type { StockBodies } from './act-bodies.ts'
import type { StockMoment } from './moment.ts'
import { parseStockSubject } from './stock.ts'
import { leftIn } from './stocks.ts'
import { checkWritable, type StockProblem } from './writable.ts'

export const CloseStockInput = Type.Object({ subject: Type.String({ maxLength: 80 }) })
export type CloseStockInput = Static<typeof CloseStockInput>

export type CloseStockProblem = StockProblem

/**
 * Closes a stock (quyết toán biên lai): what is left goes back, and nothing more is drawn from it.
 *
 * That of a PC that writes no more is closed by whoever is there. Problems: `stock/unknown`, `stock/other-desk`, `stock/closed` (L20).
 */
export function closeStock(input: CloseStockInput, moment: StockMoment): Result<readonly NewAct[], CloseStockProblem> {
  const device = parseStockSubject(input.subject)?.device ?? ''
  const isGone = moment.goneDevices.includes(device)
  const found = checkWritable(input.subject, isGone ? { ...moment, office: { ...moment.office, device } } : moment)
  if (!found.ok) return failure(found.problem)
  const body: StockBodies['stock/closed'] = { last: found.value.last, leftCount: leftIn(found.value), closedByName: moment.author.name }
  return success([{ subject: input.subject, kind: 'stock/closed', body }])
}

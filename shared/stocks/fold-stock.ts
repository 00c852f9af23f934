import type { Act } from '../acts/act.ts'
import { inFoldingOrder } from '../acts/order.ts'
import type { FeeReceipt } from './act-bodies.ts'
import { readStockAct } from './read-act.ts'
import { parseStockSubject, type StockOf } from './stock.ts'
import { applyToStocks, type StockState } from './stocks.ts'

/** A receipt that was drawn for money of a dossier or a visit, and whether it counts for nothing now. */
export interface DrawnReceipt extends Pick<FeeReceipt, 'stock' | 'number'> {
  readonly voided?: VoidedBlank['why']
}

export interface VoidedBlank {
  readonly number: number
  readonly why: { readonly reason: string; readonly at: string }
}

/** A stock (quyển biên lai) as it is read, printed and counted. */
export interface Stock extends StockOf, Omit<StockState, 'last' | 'usedCount' | 'voided'> {
  readonly subject: string
  readonly givenByName: string
  /** Numbers money was taken on, in their order; one that stands twice was drawn at two desks. */
  readonly used: readonly number[]
  /** In the order of their numbers. */
  readonly voided: readonly VoidedBlank[]
}

/** One stock from its own acts and the receipts drawn anywhere, all in any order; undefined while its giving has not arrived. */
export function foldStock(subject: string, ownActs: readonly Act[], drawn: readonly DrawnReceipt[]): Stock | undefined {
  const of = parseStockSubject(subject)
  const own = inFoldingOrder(ownActs.filter(act => act.subject === subject))
  const state = own.reduce(applyToStocks, {})[subject]
  if (of === undefined || state === undefined) return undefined
  const { last: _last, usedCount: _used, voided: _voided, ...given } = state
  const torn = own.flatMap((act): VoidedBlank[] => {
    const known = readStockAct(act)
    return known?.kind === 'stock/number-voided' ? [{ number: known.body.number, why: { reason: known.body.reason, at: act.at } }] : []
  })
  const mine = drawn.filter(({ stock }) => stock === subject)
  const spoilt = mine.flatMap(({ number, voided }): VoidedBlank[] => (voided === undefined ? [] : [{ number, why: voided }]))
  return {
    ...given, ...of, subject, givenByName: giverOf(own),
    used: mine.flatMap(({ number, voided }) => (voided === undefined ? [number] : [])).sort((one, other) => one - other),
    voided: [...torn, ...spoilt].sort((one, other) => one.number - other.number),
  }
}

function giverOf(own: readonly Act[]): string {
  const given = own.map(readStockAct).find(known => known?.kind === 'stock/given')
  return given?.kind === 'stock/given' ? given.body.givenByName : ''
}

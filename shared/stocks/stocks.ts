import type { Act } from '../acts/act.ts'
import type { BlankOf, FeeReceipt, StockBodies } from './act-bodies.ts'
import { readDrawing, readStockAct, type KnownStockAct } from './read-act.ts'
import { parseStockSubject } from './stock.ts'

/** How far a stock is written. */
export interface StockState extends Omit<StockBodies['stock/given'], 'givenByName'> {
  /** UTC, ms. */
  readonly givenAt: string
  /** The last number drawn from it; one less than the first before that. */
  readonly last: number
  readonly usedCount: number
  /** Numbers that count for nothing, drawn or never written on. */
  readonly voided: readonly number[]
  /** UTC, ms; null while it may be written. */
  readonly closedAt: string | null
}

/** Every stock this PC knows, by its subject: small enough for the journal's checkpoint. */
export type StocksWritten = Readonly<Record<string, StockState>>

/**
 * Folds one act into the stocks (rule M3), in any order of arrival between devices.
 *
 * Only its own device writes in a stock; another may close it.
 */
export function applyToStocks(stocks: StocksWritten, act: Act): StocksWritten {
  const own = readStockAct(act)
  if (own !== undefined) return applyOwn(stocks, own, act)
  const drawing = readDrawing(act)
  if (drawing === undefined) return stocks
  const afterVoid = drawing.voided === undefined ? stocks : asVoided(stocks, drawing.voided, act.device, true)
  return drawing.drawn === undefined ? afterVoid : asDrawn(afterVoid, drawing.drawn, act.device)
}

function applyOwn(stocks: StocksWritten, own: KnownStockAct, { subject, device, at }: Act): StocksWritten {
  switch (own.kind) {
    case 'stock/given': {
      if (parseStockSubject(subject)?.device !== device || stocks[subject] !== undefined) return stocks
      const { form, symbol, taxNumber, from, to, width, keeper, deskName } = own.body
      const optional = { ...(taxNumber !== undefined && { taxNumber }), ...(keeper !== undefined && { keeper }) }
      const given = { form, symbol, ...optional, from, to, width, deskName, givenAt: at }
      return { ...stocks, [subject]: { ...given, last: from - 1, usedCount: 0, voided: [], closedAt: null } }
    }
    case 'stock/number-voided':
      return asVoided(stocks, { stock: subject, number: own.body.number }, device, false)
    case 'stock/closed':
      return change(stocks, subject, state => ({ ...state, closedAt: earlier(state.closedAt, at) }))
  }
}

function asDrawn(stocks: StocksWritten, { stock, number }: FeeReceipt, device: string): StocksWritten {
  if (parseStockSubject(stock)?.device !== device) return stocks
  return change(stocks, stock, state => ({ ...state, last: Math.max(state.last, number), usedCount: state.usedCount + 1 }))
}

/** A receipt that was drawn is used no more once it is void. */
function asVoided(stocks: StocksWritten, { stock, number }: BlankOf, device: string, wasDrawn: boolean): StocksWritten {
  if (parseStockSubject(stock)?.device !== device) return stocks
  return change(stocks, stock, state => state.voided.includes(number) ? state : {
    ...state, voided: [...state.voided, number], usedCount: state.usedCount - (wasDrawn ? 1 : 0),
  })
}

function change(stocks: StocksWritten, subject: string, next: (state: StockState) => StockState): StocksWritten {
  const state = stocks[subject]
  return state === undefined ? stocks : { ...stocks, [subject]: next(state) }
}

function earlier(one: string | null, other: string): string {
  return one !== null && one < other ? one : other
}

/** How many blanks nobody has written on and nothing has spoilt. */
export function leftIn({ from, to, usedCount, voided }: Pick<StockState, 'from' | 'to' | 'usedCount' | 'voided'>): number {
  return to - from + 1 - usedCount - voided.length
}

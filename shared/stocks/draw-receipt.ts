import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { FeeReceipt } from './act-bodies.ts'
import { parseStockSubject, printedNumber } from './stock.ts'
import type { StocksWritten, StockState } from './stocks.ts'

/** The stock this desk was given has no blank left. */
export interface StockUsedUp extends Problem {
  readonly code: 'stock/used-up'
  readonly symbol: string
  /** As it is printed. */
  readonly to: string
}

/** At which PC, by whom. */
export interface Drawer {
  readonly device: string
  readonly userId: string
}

/**
 * The next receipt (số biên lai, rule M3): of the person's own stock at this desk, else of the desk's; the one given first goes first.
 *
 * Undefined where the desk uses no stock: the number that is printed on a loose blank is typed then. It is drawn only when the act
 * that uses it is on disk (N3): the same turn appends it, and what is not saved is drawn again. Problem: `stock/used-up`.
 */
export function drawReceipt(stocks: StocksWritten, drawer: Drawer): Result<FeeReceipt | undefined, StockUsedUp> {
  const open = openStocks(stocks, drawer)
  for (const [stock, state] of open) {
    const number = nextNumber(stocks, stock, state)
    if (number === undefined) continue
    const { form, symbol, taxNumber, width } = state
    return success({ stock, form, symbol, number, printed: printedNumber(number, width), ...(taxNumber !== undefined && { taxNumber }) })
  }
  const last = open.at(-1)?.[1]
  return last === undefined ? success(undefined) : failure({ code: 'stock/used-up', symbol: last.symbol, to: printedNumber(last.to, last.width) })
}

/** The stocks of this PC this person may write on, in the order of use. */
function openStocks(stocks: StocksWritten, { device, userId }: Drawer): readonly (readonly [string, StockState])[] {
  const here = Object.entries(stocks)
    .filter(([subject, { closedAt }]) => closedAt === null && parseStockSubject(subject)?.device === device)
    .sort(([one], [other]) => serialOf(one) - serialOf(other))
  const own = here.filter(([, { keeper }]) => keeper?.userId === userId)
  return own.length > 0 ? own : here.filter(([, { keeper }]) => keeper === undefined)
}

/** Past whatever is void here or elsewhere, and what another desk may have written on where two were given the same numbers by mistake. */
function nextNumber(stocks: StocksWritten, stock: string, state: StockState): number | undefined {
  const { form, symbol, from, to, last, voided, givenAt } = state
  const others = Object.entries(stocks).filter(([subject, other]) =>
    subject !== stock && other.form === form && other.symbol === symbol && other.from <= to && from <= other.to)
  const isTaken = (number: number): boolean => others.some(([subject, other]) => other.voided.includes(number) || (number >= other.from
    && number <= (isEarlier([other.givenAt, subject], [givenAt, stock]) && other.closedAt === null ? other.to : other.last)))
  for (let number = last + 1; number <= to; number += 1) {
    if (!voided.includes(number) && !isTaken(number)) return number
  }
  return undefined
}

function isEarlier([at, subject]: readonly [string, string], [otherAt, other]: readonly [string, string]): boolean {
  return at === otherAt ? subject < other : at < otherAt
}

function serialOf(subject: string): number {
  return parseStockSubject(subject)?.serial ?? 0
}

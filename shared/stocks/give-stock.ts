import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { limitText, normalise } from '../base/text.ts'
import type { StockBodies } from './act-bodies.ts'
import type { StockMoment } from './moment.ts'
import { parseStockSubject, stockSubject } from './stock.ts'

export const GiveStockInput = Type.Object({
  form: Type.String({ maxLength: 100 }),
  symbol: Type.String({ maxLength: 100 }),
  taxNumber: Type.Optional(Type.String({ maxLength: 100 })),
  /** As they are printed on the first and the last blank, noughts included. */
  from: Type.String({ maxLength: 40 }),
  to: Type.String({ maxLength: 40 }),
  /** The one person who writes on them; the whole desk when left out. */
  keeper: Type.Optional(Type.String({ maxLength: 40 })),
})
export type GiveStockInput = Static<typeof GiveStockInput>

export type GiveStockProblem =
  | Problem & { readonly code: 'stock/unnamed' | 'stock/range-impossible' | 'stock/keeper-unknown' }
  | Problem & { readonly code: 'stock/overlaps'; readonly symbol: string; readonly from: string; readonly to: string; readonly desk: string }

/** More blanks than any bundle has: a slip of the fingers. */
const MOST = 100_000

/**
 * Gives a stock of numbered receipts to this desk, or to one person at it (cấp biên lai, rule M3).
 *
 * It is written down where the bundle lies, so that a number has one drawer whatever the line does.
 * Problems: `stock/unnamed` without form or symbol, `stock/range-impossible`, `stock/keeper-unknown`, `stock/overlaps` with numbers
 * that any desk known here was given.
 */
export function giveStock(
  input: GiveStockInput, { author, users, office, stocks }: StockMoment,
): Result<readonly NewAct[], GiveStockProblem> {
  const [form, symbol, taxNumber] = [clean(input.form, 50), clean(input.symbol, 50), clean(input.taxNumber ?? '', 20)]
  if (form === '' || symbol === '') return failure({ code: 'stock/unnamed' })
  const range = readRange(input)
  if (range === undefined) return failure({ code: 'stock/range-impossible' })
  const { from, to, width } = range
  const keeper = input.keeper === undefined || input.keeper === '' ? undefined : users.find(({ id }) => id === input.keeper)
  if (keeper === undefined && input.keeper !== undefined && input.keeper !== '') return failure({ code: 'stock/keeper-unknown' })
  const other = Object.values(stocks).find(known => known.form === form && known.symbol === symbol && known.from <= to && from <= known.to)
  if (other !== undefined) {
    const printed = (number: number): string => String(number).padStart(other.width, '0')
    return failure({ code: 'stock/overlaps', symbol, from: printed(other.from), to: printed(other.to), desk: other.deskName })
  }
  const serials = Object.keys(stocks).map(parseStockSubject).flatMap(of => of?.device === office.device ? [of.serial] : [])
  const body: StockBodies['stock/given'] = {
    form, symbol, ...(taxNumber === '' ? {} : { taxNumber }), from, to, width,
    ...(keeper === undefined ? {} : { keeper: { userId: keeper.id, name: keeper.name } }),
    deskName: office.desk, givenByName: author.name,
  }
  return success([{ subject: stockSubject({ device: office.device, serial: Math.max(0, ...serials) + 1 }), kind: 'stock/given', body }])
}

/** Both ends in digits alone, the first before the last; printed as wide as they were typed. */
function readRange({ from, to }: GiveStockInput): { readonly from: number, readonly to: number, readonly width: number } | undefined {
  const [first, last] = [normalise(from), normalise(to)]
  if (!/^\d{1,9}$/.test(first) || !/^\d{1,9}$/.test(last)) return undefined
  const range = { from: Number(first), to: Number(last), width: Math.max(first.length, last.length) }
  return range.from < 1 || range.from > range.to || range.to - range.from >= MOST ? undefined : range
}

function clean(text: string, max: number): string {
  return limitText(normalise(text), max)
}

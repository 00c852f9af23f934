import { Type, type Static } from 'typebox'
import { failure, success, type Problem, type Result } from '../base/result.ts'

/** The numbers one device of a unit may draw, each day anew (rule N2). Both ends belong to it. */
export const NumberRange = Type.Object({
  from: Type.Integer({ minimum: 1, maximum: 9999 }),
  to: Type.Integer({ minimum: 1, maximum: 9999 }),
}, { additionalProperties: false })
export type NumberRange = Static<typeof NumberRange>

/** No number is left in this desk's range today (rule N2). */
export interface RangeFull extends Problem {
  readonly code: 'number/range-full'
  readonly from: number
  readonly to: number
}

/** This PC goes on with a copied or restored folder and waits for a range of its own (rule N4). */
export interface NoRange extends Problem {
  readonly code: 'number/no-range'
}

/** Why a range cannot be given to a device. */
export type RangeProblem =
  | Problem & { readonly code: 'number/range-impossible'; readonly from: number; readonly to: number }
  | Problem & { readonly code: 'number/range-overlaps'; readonly from: number; readonly to: number }

export const RANGE_WIDTH = 500
/** How many desks of full width fit into 1–9999. */
export const MAX_DESKS = 19

/** What a device draws from: its range, and the highest number its own log holds for that day. */
export interface Drawing {
  readonly range: NumberRange
  readonly lastDrawn: number | undefined
}

/**
 * The next number (rules N2, N3), or number/range-full.
 *
 * Numbers of a day only grow, also when the range was changed meanwhile: what is on disk is never
 * drawn again. The caller reads `lastDrawn` from the log, of the day the code will carry, whatever the clock did.
 */
export function drawNumber({ range, lastDrawn }: Drawing): Result<number, RangeFull> {
  const next = Math.max(range.from, (lastDrawn ?? 0) + 1)
  return next <= range.to ? success(next) : failure({ code: 'number/range-full', ...range })
}

/** How many numbers the day still has. */
export function numbersLeft({ range, lastDrawn }: Drawing): number {
  return Math.max(0, range.to + 1 - Math.max(range.from, (lastDrawn ?? 0) + 1))
}

/** The range of the first, second, … desk of a unit (rule N2): 1–500, 501–1000, … A desk number outside 1–19 is a bug. */
export function defaultRange(desk: number): NumberRange {
  if (!Number.isInteger(desk) || desk < 1 || desk > MAX_DESKS) throw new Error(`A unit has desks 1 to ${String(MAX_DESKS)}`)
  return { from: (desk - 1) * RANGE_WIDTH + 1, to: desk * RANGE_WIDTH }
}

export function rangesOverlap(one: NumberRange, other: NumberRange): boolean {
  return one.from <= other.to && other.from <= one.to
}

/** A range that lies within 1–9999 and touches none of the unit's others (rule N2). */
export function checkRange(range: NumberRange, others: readonly NumberRange[]): Result<NumberRange, RangeProblem> {
  const isWhole = Number.isInteger(range.from) && Number.isInteger(range.to)
  if (!isWhole || range.from < 1 || range.to > 9999 || range.from > range.to) return failure({ code: 'number/range-impossible', from: range.from, to: range.to })
  const other = others.find(taken => rangesOverlap(range, taken))
  return other === undefined ? success(range) : failure({ code: 'number/range-overlaps', from: other.from, to: other.to })
}

import { failure, success, type Problem, type Result } from '../base/result.ts'

/** A fee by the page of the original, with the days it holds for; other tariffs are data of the same shape. */
export interface PageTariff {
  /** What stands on the receipt as its ground. */
  readonly basis: string
  readonly firstPages: number
  readonly perFirstPage: number
  readonly perLaterPage: number
  readonly atMostPerCopy: number
}

/** Copy certification (TT 226/2016/TT-BTC, Art. 4; rule M2). */
export const COPY_TARIFF: PageTariff = {
  basis: 'TT 226/2016/TT-BTC', firstPages: 2, perFirstPage: 2_000, perLaterPage: 1_000, atMostPerCopy: 200_000,
}

const MOST_PAGES = 10_000
const MOST_COPIES = 1_000

export interface FeeCountProblem extends Problem {
  readonly code: 'fee/count-impossible'
}

/**
 * What so many copies of an original of so many pages cost, in đồng (rule M2).
 *
 * Problem: `fee/count-impossible` for what no counter certifies: no page, no copy, parts of one, thousands.
 */
export function copyFee(pageCount: number, copyCount: number, tariff: PageTariff = COPY_TARIFF): Result<number, FeeCountProblem> {
  if (!isCount(pageCount, MOST_PAGES) || !isCount(copyCount, MOST_COPIES)) return failure({ code: 'fee/count-impossible' })
  return success(copyCount * perCopy(pageCount, tariff))
}

function perCopy(pageCount: number, tariff: PageTariff): number {
  const firstPages = Math.min(pageCount, tariff.firstPages)
  const fee = firstPages * tariff.perFirstPage + (pageCount - firstPages) * tariff.perLaterPage
  return Math.min(fee, tariff.atMostPerCopy)
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most
}

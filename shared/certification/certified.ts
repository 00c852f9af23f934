import type { Day } from '../base/day.ts'
import { success, type Result } from '../base/result.ts'
import { procedureStem } from '../procedures/catalogue.ts'
import { COPY_TARIFF, copyFee, type FeeCountProblem, type PageTariff } from '../procedures/page-fee.ts'
import type { BookKind } from './book-kinds.ts'

/** What a paper costs: by pages and copies, or each the same; valid from a day on, and until one (rule M2). */
export interface CertificationTariff {
  readonly from: Day
  readonly until?: Day
  readonly basis: string
  readonly pages?: PageTariff
  /** Đồng for one paper, however many signatures or copies it has. */
  readonly each?: number
}

/** A procedure of the express lane: which book it is entered in, whether the person must be identified, what it costs. */
export interface CertifiedProcedure {
  readonly procedure: string
  readonly book: BookKind
  /** Whose signature is certified must be known by a paper with a number (NĐ 23/2015/NĐ-CP, Art. 24 and 36). */
  readonly needsIdentity: boolean
  readonly tariffs: readonly CertificationTariff[]
}

const IN_FORCE = '2017-01-01'
const CIRCULAR = 'TT 226/2016/TT-BTC'
const each = (amount: number): readonly CertificationTariff[] => [{ from: IN_FORCE, basis: CIRCULAR, each: amount }]

/** What a commune certifies, with the tariffs of TT 226/2016/TT-BTC, Art. 4 (rule M2); the catalogue names the procedures. */
export const CERTIFIED: readonly CertifiedProcedure[] = [
  { procedure: '2.000815', book: 'copies', needsIdentity: false, tariffs: [{ from: IN_FORCE, basis: COPY_TARIFF.basis, pages: COPY_TARIFF }] },
  { procedure: '2.000884', book: 'signatures', needsIdentity: true, tariffs: each(10_000) },
  { procedure: '2.000992', book: 'translators', needsIdentity: true, tariffs: each(10_000) },
  { procedure: '2.001035', book: 'transactions', needsIdentity: true, tariffs: each(50_000) },
  { procedure: '2.001019', book: 'transactions', needsIdentity: true, tariffs: each(50_000) },
  { procedure: '2.001016', book: 'transactions', needsIdentity: true, tariffs: each(50_000) },
  { procedure: '2.001406', book: 'transactions', needsIdentity: true, tariffs: each(50_000) },
  { procedure: '2.000913', book: 'transactions', needsIdentity: true, tariffs: each(30_000) },
  { procedure: '2.000927', book: 'transactions', needsIdentity: true, tariffs: each(25_000) },
]

/** By code, with or without the province's suffix; undefined for what is no certification. */
export function findCertified(procedure: string): CertifiedProcedure | undefined {
  const wanted = procedureStem(procedure)
  return CERTIFIED.find(certified => certified.procedure === wanted)
}

/** A fee in full with what it rests on; undefined when no tariff holds on that day: then it is asked, never guessed (rule M2). */
export type FullFee = { readonly amount: number; readonly basis: string } | undefined

/** What one paper costs in full on a day, in đồng (rule M2). Problem: `fee/count-impossible`. */
export function fullFee(
  { tariffs }: Pick<CertifiedProcedure, 'tariffs'>, on: Day, pageCount: number, copyCount: number,
): Result<FullFee, FeeCountProblem> {
  const tariff = tariffs.findLast(({ from, until }) => from <= on && (until === undefined || on <= until))
  if (tariff === undefined) return success(undefined)
  const { basis, pages, each: amount } = tariff
  const counted = copyFee(pageCount, copyCount, pages)
  if (!counted.ok) return counted
  return success({ amount: amount ?? counted.value, basis })
}

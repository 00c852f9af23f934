import { Type, type Static } from 'typebox'
import type { Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { limitText, normalise } from '../base/text.ts'
import { checkOpen, findProcedure, type Catalogue, type ProcedureProblem } from '../procedures/catalogue.ts'
import type { FeeCountProblem } from '../procedures/page-fee.ts'
import type { CertificationBodies } from './act-bodies.ts'
import { findCertified, fullFee, type CertifiedProcedure, type FullFee } from './certified.ts'

/** One kind of paper as the clerk enters it; `amount` in đồng where no tariff holds, or where less is taken. */
export const PaperToCertify = Type.Object({
  procedure: Type.String({ maxLength: 40 }),
  name: Type.String({ maxLength: 500 }),
  pageCount: Type.Integer({ minimum: 1, maximum: 10_000 }),
  copyCount: Type.Integer({ minimum: 1, maximum: 1_000 }),
  amount: Type.Optional(Type.Integer({ minimum: 0, maximum: 999_999_999_999 })),
})
export type PaperToCertify = Static<typeof PaperToCertify>

/** What cannot be charged or entered; `place` counts the lines from 1. */
export type ChargeProblem =
  | Problem & { readonly code: 'certification/paper-nameless' | 'certification/fee-needed' | 'certification/exemption-ground-missing'; readonly place: number }
  | Problem & { readonly code: 'certification/procedure-unknown'; readonly procedure: string }

/** A paper with its fee, still without a number. */
export interface ChargedPaper {
  readonly certified: CertifiedProcedure
  readonly paper: Omit<CertificationBodies['certification/certified']['papers'][number], 'book' | 'number'>
}

/** The ground of a fee that a clerk named because no tariff holds, or that is more than the tariff. */
const NAMED_BY_CLERK = 'clerk'

/**
 * What each paper costs (rules M2, M3).
 *
 * Problems: `certification/paper-nameless`, `certification/procedure-unknown`, `procedure/…`, `fee/count-impossible`,
 * `certification/fee-needed` where no tariff holds and no amount is named, `certification/exemption-ground-missing`.
 */
export function chargePapers(
  papers: readonly PaperToCertify[], exemptionGround: string, today: Day, catalogue: Catalogue,
): Result<readonly ChargedPaper[], ChargeProblem | ProcedureProblem | FeeCountProblem> {
  const charged: ChargedPaper[] = []
  for (const [i, paper] of papers.entries()) {
    const one = chargePaper(paper, i + 1, exemptionGround, today, catalogue)
    if (!one.ok) return one
    charged.push(one.value)
  }
  return success(charged)
}

function chargePaper(
  input: PaperToCertify, place: number, exemptionGround: string, today: Day, catalogue: Catalogue,
): Result<ChargedPaper, ChargeProblem | ProcedureProblem | FeeCountProblem> {
  const { pageCount, copyCount } = input
  const name = limitText(normalise(input.name), 500)
  if (name === '') return failure({ code: 'certification/paper-nameless', place })
  const certified = findCertified(input.procedure)
  if (certified === undefined) return failure({ code: 'certification/procedure-unknown', procedure: input.procedure })
  const { procedure } = certified
  const listed = findProcedure(catalogue, procedure)
  const open = listed === undefined ? success(null) : checkOpen(listed, today)
  if (!open.ok) return open
  const full = fullFee(certified, today, pageCount, copyCount)
  if (!full.ok) return full
  const fee = decide(full.value, input.amount, exemptionGround, place)
  if (!fee.ok) return fee
  return success({ certified, paper: { procedure, name, pageCount, copyCount, fee: fee.value } })
}

/** An exemption without an amount is a whole one; less than the tariff needs a ground, more is named by the clerk. */
function decide(
  full: FullFee, named: number | undefined, exemptionGround: string, place: number,
): Result<ChargedPaper['paper']['fee'], ChargeProblem> {
  const amount = named ?? (exemptionGround === '' ? full?.amount : 0)
  if (amount === undefined) return failure({ code: 'certification/fee-needed', place })
  const isLess = full !== undefined && amount < full.amount
  if (isLess && exemptionGround === '') return failure({ code: 'certification/exemption-ground-missing', place })
  const basis = full === undefined || amount > full.amount ? NAMED_BY_CLERK : full.basis
  return success({ amount, basis, ...(isLess || (full === undefined && exemptionGround !== '') ? { exemptionGround } : {}) })
}

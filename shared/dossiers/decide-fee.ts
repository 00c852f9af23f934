import { Type, type Static } from 'typebox'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { limitText, normalise } from '../base/text.ts'
import type { DossierFee } from './dossier.ts'
import { COPY_TARIFF, copyFee } from '../procedures/page-fee.ts'

/** What the clerk says about the fee, in đồng; `copies` counts by the page tariff instead (rule M2). */
export const FeeInput = Type.Object({
  amount: Type.Optional(Type.Integer({ minimum: 0, maximum: 999_999_999_999 })),
  copies: Type.Optional(Type.Array(Type.Object({
    pageCount: Type.Integer({ minimum: 1, maximum: 10_000 }),
    copyCount: Type.Integer({ minimum: 1, maximum: 1_000 }),
  }), { minItems: 1, maxItems: 50 })),
  exemptionGround: Type.Optional(Type.String({ maxLength: 500 })),
})
export type FeeInput = Static<typeof FeeInput>

/** What the catalogue sets: an amount with its ground, a tariff by pages, or nothing that could be relied on. */
export type CatalogueFee = { readonly amount: number; readonly basis: string } | 'copy-pages' | 'unclear'

export interface FeeProblem extends Problem {
  readonly code: 'dossier/fee-needed' | 'dossier/exemption-ground-missing'
}

/** The ground of a fee that a clerk named because the catalogue sets none. */
export const NAMED_BY_CLERK = 'clerk'

/**
 * What must be paid: as the catalogue sets it, by the page tariff, or as the clerk names it.
 *
 * Problems: `dossier/fee-needed` when nobody has set it (asked, never guessed: rule M2),
 * `dossier/exemption-ground-missing` when less is taken than is due and no ground is named (M3).
 */
export function decideFee(input: FeeInput | undefined, catalogue: CatalogueFee): Result<DossierFee, FeeProblem> {
  const full = catalogue === 'copy-pages' ? byPages(input?.copies) : catalogue
  const exemptionGround = limitText(normalise(input?.exemptionGround ?? ''), 500)
  const amount = input?.amount ?? (full === 'unclear' ? undefined : full.amount)
  if (amount === undefined) return failure({ code: 'dossier/fee-needed' })
  if (full === 'unclear') return success(toFee(amount, NAMED_BY_CLERK, exemptionGround))
  if (amount < full.amount && exemptionGround === '') return failure({ code: 'dossier/exemption-ground-missing' })
  return success(toFee(amount, amount > full.amount ? NAMED_BY_CLERK : full.basis, exemptionGround))
}

function toFee(amount: number, basis: string, exemptionGround: string): DossierFee {
  return { amount, basis, ...(exemptionGround === '' ? {} : { exemptionGround }) }
}

/** Unclear until the pages and copies have been counted. */
function byPages(copies: FeeInput['copies']): Exclude<CatalogueFee, 'copy-pages'> {
  const fees = copies?.map(({ pageCount, copyCount }) => copyFee(pageCount, copyCount)) ?? []
  const amounts = fees.flatMap(fee => (fee.ok ? [fee.value] : []))
  if (amounts.length === 0 || amounts.length < fees.length) return 'unclear'
  return { amount: amounts.reduce((sum, amount) => sum + amount, 0), basis: COPY_TARIFF.basis }
}

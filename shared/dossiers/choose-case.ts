import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { Limit } from '../calendar/due.ts'
import { findProcedure, procedureStem, type Catalogue } from '../procedures/catalogue.ts'
import { feesFor, findCase, limitsFor, papersToBring, type Procedure, type RequiredPaper } from '../procedures/procedure.ts'
import type { CatalogueFee } from './decide-fee.ts'
import type { Channel, FrozenProcedure } from './dossier.ts'

/** What the clerk chose from the catalogue. */
export interface Choice {
  readonly procedure: string
  readonly caseId: string
  readonly channel: Channel
}

/** What the catalogue says about a choice on this day. */
export interface ChosenCase {
  readonly procedure: Procedure
  readonly frozen: FrozenProcedure
  readonly papers: readonly RequiredPaper[]
  /** Unclear: the source does not settle it and the clerk is asked. */
  readonly limit: Limit | 'unclear'
  readonly fee: CatalogueFee
}

export type ChoiceProblem =
  | Problem & { readonly code: 'procedure/unknown'; readonly procedure: string }
  | Problem & { readonly code: 'procedure/case-unknown'; readonly procedure: string }

/** The procedure and case with all that follows from them. Problems: `procedure/unknown`, `procedure/case-unknown`. */
export function chooseCase(catalogue: Catalogue, choice: Choice): Result<ChosenCase, ChoiceProblem> {
  const procedure = findProcedure(catalogue, choice.procedure)
  if (procedure === undefined) return failure({ code: 'procedure/unknown', procedure: procedureStem(choice.procedure).slice(0, 40) })
  const one = findCase(procedure, choice.caseId)
  if (one === undefined) return failure({ code: 'procedure/case-unknown', procedure: procedure.code })
  const { code, name, field, version } = procedure
  return success({
    procedure,
    frozen: { code, name, field, version, caseId: one.id, caseName: one.name },
    papers: papersToBring(one, choice.channel),
    limit: limitOf(procedure, choice.channel),
    fee: settledFee(procedure, choice.channel),
  })
}

/** The one limit the source is clear about; several that differ settle nothing. */
export function limitOf(procedure: Procedure, channel: Channel): Limit | 'unclear' {
  const clear = limitsFor(procedure, channel).flatMap(({ limit, unclear }) => (limit === null || unclear !== undefined ? [] : [limit]))
  const [first, ...others] = clear
  const isSettled = first !== undefined && others.every(({ count, unit }) => count === first.count && unit === first.unit)
  return isSettled ? { count: first.count, unit: first.unit } : 'unclear'
}

/** The one fee the source is clear about; an amount for each of something is no sum yet, unless it is nothing. */
function settledFee(procedure: Procedure, channel: Channel): CatalogueFee {
  const fees = feesFor(procedure, channel)
  if (fees.some(({ tariff }) => tariff === 'copy-pages')) return 'copy-pages'
  const clear = fees.filter(({ amount, unclear }) => amount !== null && unclear === undefined)
  if (clear.some(({ amount, per }) => per !== undefined && amount !== 0)) return 'unclear'
  const [first, ...others] = clear.map(({ amount }) => amount)
  if (first === undefined || first === null || others.some(amount => amount !== first)) return 'unclear'
  return { amount: first, basis: procedure.decision }
}

import type { Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { Procedure } from './procedure.ts'

/** All procedures a counter may receive (danh mục thủ tục), by code. */
export interface Catalogue {
  /** The newest month among its procedures, `2026-07`. */
  readonly version: string
  readonly procedures: readonly Procedure[]
}

/** Why a procedure cannot be received on a day. */
export type ProcedureProblem =
  | Problem & { readonly code: 'procedure/unknown'; readonly procedure: string }
  | Problem & { readonly code: 'procedure/not-yet-valid' | 'procedure/suspended'; readonly procedure: string; readonly from: Day }
  | Problem & { readonly code: 'procedure/withdrawn'; readonly procedure: string; readonly until: Day }

/** By code; a suffix of the province (`2.000815.000.00.00.H55`) is another way to write the same procedure. */
export function findProcedure(catalogue: Catalogue, code: string): Procedure | undefined {
  const wanted = procedureStem(code)
  return catalogue.procedures.find(procedure => procedure.code === wanted)
}

/** The first `d.dddddd` of a code, which names the procedure in every province. */
export function procedureStem(code: string): string {
  return /^\s*(\d\.\d{6})(?!\d)/.exec(code)?.[1] ?? code.trim()
}

/**
 * The procedure, if it may be received on this day.
 *
 * Problems: procedure/unknown, procedure/not-yet-valid, procedure/suspended, procedure/withdrawn.
 */
export function findOpenProcedure(catalogue: Catalogue, code: string, on: Day): Result<Procedure, ProcedureProblem> {
  const procedure = findProcedure(catalogue, code)
  return procedure === undefined ? failure({ code: 'procedure/unknown', procedure: procedureStem(code).slice(0, 40) }) : checkOpen(procedure, on)
}

/** The same for a procedure already found. */
export function checkOpen(procedure: Procedure, on: Day): Result<Procedure, ProcedureProblem> {
  const { code, validFrom, validUntil, suspendedFrom } = procedure
  if (validUntil !== undefined && on > validUntil) return failure({ code: 'procedure/withdrawn', procedure: code, until: validUntil })
  if (validFrom !== undefined && on < validFrom) return failure({ code: 'procedure/not-yet-valid', procedure: code, from: validFrom })
  if (suspendedFrom !== undefined && on >= suspendedFrom) return failure({ code: 'procedure/suspended', procedure: code, from: suspendedFrom })
  return success(procedure)
}

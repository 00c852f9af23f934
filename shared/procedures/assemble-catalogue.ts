import { Compile } from 'typebox/compile'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { Catalogue } from './catalogue.ts'
import { Procedure } from './procedure.ts'

/** Why published parts make no catalogue: a half-written or foreign one is refused whole. */
export type CatalogueProblem =
  | Problem & { readonly code: 'catalogue/empty' | 'catalogue/damaged' }
  | Problem & { readonly code: 'catalogue/procedure-malformed' | 'catalogue/procedure-twice'; readonly procedure: string }

/**
 * A catalogue from its procedures, bare or as `{ procedures }`, each checked; nothing is taken on trust that came from a disk.
 *
 * Problems: catalogue/empty, catalogue/damaged, catalogue/procedure-malformed, catalogue/procedure-twice.
 */
export function assembleCatalogue(published: unknown): Result<Catalogue, CatalogueProblem> {
  const parts = typeof published === 'object' && published !== null && 'procedures' in published ? published.procedures : published
  if (!Array.isArray(parts)) return failure({ code: 'catalogue/damaged' })
  if (parts.length === 0) return failure({ code: 'catalogue/empty' })
  const check = Compile(Procedure)
  const byCode = new Map<string, Procedure>()
  for (const part of parts as readonly unknown[]) {
    if (!check.Check(part)) return failure({ code: 'catalogue/procedure-malformed', procedure: codeOf(part) })
    if (byCode.has(part.code)) return failure({ code: 'catalogue/procedure-twice', procedure: part.code })
    byCode.set(part.code, part)
  }
  const procedures = [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  return success({ version: procedures.reduce((newest, { version }) => (version > newest ? version : newest), ''), procedures })
}

function codeOf(part: unknown): string {
  const code = typeof part === 'object' && part !== null && 'code' in part ? part.code : ''
  return typeof code === 'string' ? code.slice(0, 40) : ''
}

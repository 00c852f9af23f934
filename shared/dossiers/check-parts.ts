import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { Dossier } from './dossier.ts'
import { isBeforeLeader, openParts, resultsOfParts } from './parts.ts'
import type { DossierPart, DossierResult } from './progress.ts'

/** A linked dossier is resolved part by part. */
export interface PartsOpen extends Problem {
  readonly code: 'dossier/parts-open'
  /** By name. */
  readonly parts: readonly string[]
}

/** Why no result of this part can come now. */
export type PartProblem =
  | Problem & { readonly code: 'dossier/part-unknown' }
  | Problem & { readonly code: 'dossier/part-resolved' | 'dossier/part-before-leader'; readonly part: string }

/** The results of a linked dossier's parts, none of any other. Problem: `dossier/parts-open` while one is missing. */
export function checkParts(dossier: Pick<Dossier, 'parts'>): Result<readonly DossierResult[], PartsOpen> {
  const open = openParts(dossier).map(({ name }) => name)
  return open.length > 0 ? failure({ code: 'dossier/parts-open', parts: open }) : success(resultsOfParts(dossier.parts ?? []))
}

/**
 * The part of a linked dossier that still waits for its result.
 *
 * Problems: `dossier/part-unknown`, `dossier/part-resolved` for one whose result is there, `dossier/part-before-leader` for one whose
 * draft is being signed.
 */
export function findOpenPart(dossier: Dossier, id: string | undefined): Result<DossierPart, PartProblem> {
  const part = dossier.parts?.find(each => each.id === id)
  if (part === undefined) return failure({ code: 'dossier/part-unknown' })
  if (part.resolved !== undefined) return failure({ code: 'dossier/part-resolved', part: part.name })
  return isBeforeLeader(dossier, part.id) ? failure({ code: 'dossier/part-before-leader', part: part.name }) : success(part)
}

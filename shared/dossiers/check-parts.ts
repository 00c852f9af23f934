import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { Dossier } from './dossier.ts'
import { openParts, resultsOfParts } from './parts.ts'
import type { DossierResult } from './progress.ts'

/** A linked dossier is resolved part by part. */
export interface PartsOpen extends Problem {
  readonly code: 'dossier/parts-open'
  /** By name. */
  readonly parts: readonly string[]
}

/** The results of a linked dossier's parts, none of any other. Problem: `dossier/parts-open` while one is missing. */
export function checkParts(dossier: Pick<Dossier, 'parts'>): Result<readonly DossierResult[], PartsOpen> {
  const open = openParts(dossier).map(({ name }) => name)
  return open.length > 0 ? failure({ code: 'dossier/parts-open', parts: open }) : success(resultsOfParts(dossier.parts ?? []))
}

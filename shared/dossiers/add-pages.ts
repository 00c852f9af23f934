import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { PageOf } from '../papers/paper.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { Moment } from './moment.ts'

export const AddPagesInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  /** A paper the dossier lists. */
  paperId: Type.String({ maxLength: 100 }),
  /** In order; they are on disk before this is asked (rule J5). */
  pages: Type.Array(PageOf, { minItems: 1, maxItems: 500 }),
})
export type AddPagesInput = Static<typeof AddPagesInput>

export type AddPagesProblem = AdmissionProblem | Problem & { readonly code: 'dossier/paper-unknown' }

/**
 * Adds scanned pages to a paper of an open dossier, behind those it has (rule L16). Its counts stay: a picture of a paper
 * changes nothing that the receipt says, so no reason is asked. Pages it has already are not named again.
 *
 * Problems: `dossier/paper-unknown`, and those of admission (L20).
 */
export function addPages({ subject, paperId, pages }: AddPagesInput, moment: Moment): Result<readonly NewAct[], AddPagesProblem> {
  const admitted = admit('dossier/add-pages', 'dossier/pages-added', moment)
  if (!admitted.ok) return admitted
  const paper = admitted.value.papers.find(({ id }) => id === paperId)
  if (paper === undefined) return failure({ code: 'dossier/paper-unknown' })
  const known = new Set(paper.pages?.map(({ sha256 }) => sha256))
  const fresh = pages.filter(({ sha256 }) => !known.has(sha256) && known.add(sha256))
  if (fresh.length === 0) return success([])
  const body: DossierBodies['dossier/pages-added'] = { paperId, pages: fresh }
  return success([{ subject, kind: 'dossier/pages-added', body }])
}

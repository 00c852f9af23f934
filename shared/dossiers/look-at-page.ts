import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import { PageOf } from '../papers/paper.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { Moment } from './moment.ts'

export const LookAtPageInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  sha256: PageOf.properties.sha256,
  /** Where it is shown, by the name of the place in the program. */
  screen: Type.String({ minLength: 1, maxLength: 40 }),
  reason: Type.String({ maxLength: 1000 }),
})
export type LookAtPageInput = Static<typeof LookAtPageInput>

export type LookAtPageProblem = AdmissionProblem | Problem & { readonly code: 'dossier/page-unknown' | 'dossier/reason-missing' }

/**
 * Remembers that somebody uncovers the image of an ID card, and why, before it is shown (rules U3, U5); in every state.
 *
 * Problems: `dossier/page-unknown` when no paper has such a page, `dossier/reason-missing`, and those of admission (L20).
 */
export function lookAtPage(input: LookAtPageInput, moment: Moment): Result<readonly NewAct[], LookAtPageProblem> {
  const admitted = admit('dossier/look-at-page', 'dossier/page-looked-at', moment)
  if (!admitted.ok) return admitted
  const { subject, sha256, screen } = input
  if (!admitted.value.papers.some(({ pages = [] }) => pages.some(page => page.sha256 === sha256))) return failure({ code: 'dossier/page-unknown' })
  const reason = normalise(input.reason)
  if (reason === '') return failure({ code: 'dossier/reason-missing' })
  const body: DossierBodies['dossier/page-looked-at'] = { sha256, screen, reason }
  return success([{ subject, kind: 'dossier/page-looked-at', body }])
}

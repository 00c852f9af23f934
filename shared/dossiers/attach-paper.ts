import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { limitText, normalise } from '../base/text.ts'
import { PageOf, type ReceivedPaper } from '../papers/paper.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { Dossier } from './dossier.ts'
import type { Moment } from './moment.ts'

export const AttachPaperInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  /** A paper the dossier already lists, missing or counted differently; otherwise one more, by `name`. */
  id: Type.Optional(Type.String({ maxLength: 100 })),
  name: Type.Optional(Type.String({ maxLength: 500 })),
  originals: Type.Integer({ minimum: 0, maximum: 999 }),
  copies: Type.Integer({ minimum: 0, maximum: 999 }),
  reason: Type.Optional(Type.String({ maxLength: 1000 })),
  /** Pages that come to those the paper has already; they are on disk before this is asked (rule J5). */
  pages: Type.Optional(Type.Array(PageOf, { maxItems: 500 })),
})
export type AttachPaperInput = Static<typeof AttachPaperInput>

export type AttachPaperProblem = AdmissionProblem
  | Problem & { readonly code: 'dossier/paper-unknown' | 'dossier/paper-nameless' | 'dossier/paper-uncounted' | 'dossier/reason-missing' }

/**
 * Adds a paper to an open dossier, or counts one it lists anew; with a reason once the receipt is printed (rule L16).
 *
 * Problems: `dossier/paper-uncounted`, `dossier/paper-unknown`, `dossier/paper-nameless`, `dossier/reason-missing`,
 * and those of admission (L20).
 */
export function attachPaper(input: AttachPaperInput, moment: Moment): Result<readonly NewAct[], AttachPaperProblem> {
  const admitted = admit('dossier/attach-paper', 'dossier/paper-attached', moment)
  if (!admitted.ok) return admitted
  if (input.originals + input.copies === 0) return failure({ code: 'dossier/paper-uncounted' })
  const named = namePaper(input, admitted.value, moment)
  if (!named.ok) return named
  const reason = normalise(input.reason ?? '')
  if (reason === '' && (admitted.value.printed.receipt ?? 0) > 0) return failure({ code: 'dossier/reason-missing' })
  const { pages = [] } = input
  const { originals, copies } = input
  const paper: ReceivedPaper = {
    ...named.value, originals, copies, received: true, ...(pages.length === 0 ? {} : { pages: [...pages] }),
  }
  const body: DossierBodies['dossier/paper-attached'] = { paper, ...(reason === '' ? {} : { reason }) }
  return success([{ subject: input.subject, kind: 'dossier/paper-attached', body }])
}

type NamedPaper = Pick<ReceivedPaper, 'id' | 'name' | 'kind'>

function namePaper(input: AttachPaperInput, dossier: Dossier, moment: Moment): Result<NamedPaper, AttachPaperProblem> {
  if (input.id !== undefined) {
    const listed = dossier.papers.find(({ id }) => id === input.id)
    if (listed === undefined) return failure({ code: 'dossier/paper-unknown' })
    return success({ id: listed.id, name: listed.name, kind: listed.kind })
  }
  const name = limitText(normalise(input.name ?? ''), 500)
  if (name === '') return failure({ code: 'dossier/paper-nameless' })
  return success({ id: moment.freshSubject('paper').slice('paper:'.length), name, kind: 'added' })
}

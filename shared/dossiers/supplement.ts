import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { ReceivedPaper } from '../papers/paper.ts'
import type { DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import { PaperInput } from './count-papers.ts'
import type { Dossier } from './dossier.ts'
import { keptField, keptWords } from './kept-words.ts'
import type { Moment } from './moment.ts'
import { promiseAfterPause } from './promise-after.ts'

export const SupplementInput = Type.Object({
  subject: Type.String({ maxLength: 80 }),
  /** What was brought: a paper the dossier lists by its `id`, or one more by its `name`; empty when all was attached before. */
  papers: Type.Array(Type.Omit(PaperInput, ['received', 'missingNote']), { maxItems: 100 }),
  note: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type SupplementInput = Static<typeof SupplementInput>

export type SupplementProblem = AdmissionProblem
  | Problem & { readonly code: 'dossier/paper-unknown' | 'dossier/paper-nameless' | 'dossier/paper-uncounted' | 'dossier/supplement-empty' }

/**
 * Takes in what makes the dossier complete (bổ sung, rule L7): the papers, and a new due day as the city set it (T10).
 *
 * Problems: `dossier/supplement-empty` when nothing was brought since the request and no note says why it is complete,
 * `dossier/paper-uncounted`, `dossier/paper-unknown`, `dossier/paper-nameless`, and those of admission (L20).
 */
export function supplement(input: SupplementInput, moment: Moment): Result<readonly NewAct[], SupplementProblem> {
  const admitted = admit('dossier/supplement', 'dossier/supplemented', moment)
  if (!admitted.ok) return admitted
  const dossier = admitted.value
  const papers: ReceivedPaper[] = []
  for (const brought of input.papers) {
    const paper = namePaper(brought, dossier, moment)
    if (!paper.ok) return paper
    papers.push(paper.value)
  }
  if (papers.length === 0 && keptWords(input.note) === '' && !wasAttachedSince(dossier)) return failure({ code: 'dossier/supplement-empty' })
  const policy = moment.settings.supplementPolicy
  const body: DossierBodies['dossier/supplemented'] = {
    papers, policy, due: promiseAfterPause(dossier, policy, moment), ...keptField('note', input.note),
  }
  return success([{ subject: input.subject, kind: 'dossier/supplemented', body }])
}

function namePaper(brought: SupplementInput['papers'][number], dossier: Dossier, moment: Moment): Result<ReceivedPaper, SupplementProblem> {
  const { id, originals, copies, pages = [] } = brought
  if (originals + copies === 0) return failure({ code: 'dossier/paper-uncounted' })
  const counts = { originals, copies, received: true, ...(pages.length === 0 ? {} : { pages: [...pages] }) }
  if (id !== undefined) {
    const listed = dossier.papers.find(paper => paper.id === id)
    return listed === undefined ? failure({ code: 'dossier/paper-unknown' }) : success({ id, name: listed.name, kind: listed.kind, ...counts })
  }
  const name = keptWords(brought.name, 500)
  if (name === '') return failure({ code: 'dossier/paper-nameless' })
  return success({ id: moment.freshSubject('paper').slice('paper:'.length), name, kind: 'added', ...counts })
}

function wasAttachedSince({ pauses, acts }: Dossier): boolean {
  const since = pauses.at(-1)?.since ?? ''
  return acts.some(({ kind, at }) => (kind === 'dossier/paper-attached' || kind === 'dossier/pages-added') && at >= since)
}

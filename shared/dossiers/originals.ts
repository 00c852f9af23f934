import { Type, type Static } from 'typebox'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { Dossier } from './dossier.ts'
import type { OriginalsGivenBack } from './progress-parts.ts'

/** How many originals of a paper go back; papers that are not named stay. */
export const OriginalsInput = Type.Array(Type.Object({
  paperId: Type.String({ maxLength: 100 }),
  givenBack: Type.Number(),
}), { maxItems: 200 })
export type OriginalsInput = Static<typeof OriginalsInput>

export type OriginalsProblem = Problem & { readonly code: 'dossier/originals-miscounted'; readonly paper: string; readonly held: number }
  | Problem & { readonly code: 'dossier/paper-unknown' }

/**
 * Every paper of which originals lie in the dossier, with how many go back and so how many are kept (rules L12, L13).
 *
 * What was only shown was handed back at once. Problems: `dossier/paper-unknown`, and `dossier/originals-miscounted` for more
 * than are held, less than none or parts of one.
 */
export function countGivenBack(dossier: Dossier, input: OriginalsInput): Result<OriginalsGivenBack[], OriginalsProblem> {
  const counted: OriginalsGivenBack[] = []
  const held = heldOriginals(dossier)
  for (const { paperId } of input) if (!held.some(paper => paper.paperId === paperId)) return failure({ code: 'dossier/paper-unknown' })
  for (const paper of held) {
    const givenBack = input.find(({ paperId }) => paperId === paper.paperId)?.givenBack ?? 0
    if (!Number.isInteger(givenBack) || givenBack < 0 || givenBack > paper.held) {
      return failure({ code: 'dossier/originals-miscounted', paper: paper.name, held: paper.held })
    }
    counted.push({ ...paper, givenBack })
  }
  return success(counted)
}

/** Originals that lie in the dossier, by paper. */
export function heldOriginals({ papers }: Pick<Dossier, 'papers'>): readonly Omit<OriginalsGivenBack, 'givenBack'>[] {
  return papers
    .filter(({ kind, received, originals }) => kind !== 'present' && received && originals > 0)
    .map(({ id, name, originals }) => ({ paperId: id, name, held: originals }))
}

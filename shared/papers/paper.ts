import { Type, type Static } from 'typebox'

/**
 * One paper (giấy tờ) of a dossier, as counted at the counter.
 *
 * `submit` stays in the dossier, `present` is looked at and handed back, `added` was brought without being asked for.
 */
export const ReceivedPaper = Type.Object({
  /** Its id in the procedure's case, or one of its own when it was added. */
  id: Type.String({ minLength: 1, maxLength: 100 }),
  /** What the receipt calls it. */
  name: Type.String({ minLength: 1, maxLength: 500 }),
  kind: Type.Union([Type.Literal('submit'), Type.Literal('present'), Type.Literal('added')]),
  originals: Type.Integer({ minimum: 0, maximum: 999 }),
  copies: Type.Integer({ minimum: 0, maximum: 999 }),
  received: Type.Boolean(),
  /** Why a paper asked for is not here: the words of the clerk. */
  missingNote: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
}, { additionalProperties: false })
export type ReceivedPaper = Static<typeof ReceivedPaper>

/** What the receipt lists: papers that are really here. */
export function receivedPapers(papers: readonly ReceivedPaper[]): readonly ReceivedPaper[] {
  return papers.filter(paper => paper.received && paper.originals + paper.copies > 0)
}

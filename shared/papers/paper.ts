import { Type, type Static } from 'typebox'

/** A page (trang quét) by its bytes: kept once under its sum, named wherever it belongs (rule J5). */
export const PageOf = Type.Object({
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** Bytes. */
  bytes: Type.Integer({ minimum: 1, maximum: 50_000_000 }),
  /** It shows an ID card: covered on the screen, never read for its words, purged earlier (rule U5). */
  sensitive: Type.Optional(Type.Literal(true)),
}, { additionalProperties: false })
export type PageOf = Static<typeof PageOf>

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
  /** Its pages, in order; left out while there are none. */
  pages: Type.Optional(Type.Array(PageOf, { maxItems: 500 })),
}, { additionalProperties: false })
export type ReceivedPaper = Static<typeof ReceivedPaper>

/** What the receipt lists: papers that are really here. */
export function receivedPapers(papers: readonly ReceivedPaper[]): readonly ReceivedPaper[] {
  return papers.filter(paper => paper.received && paper.originals + paper.copies > 0)
}

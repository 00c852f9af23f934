import rows from './book-kinds.json' with { type: 'json' }

/** The books of certification (sổ chứng thực), one of each a year (rule N5). */
export const BOOK_KINDS = ['copies', 'signatures', 'translators', 'transactions'] as const
export type BookKind = (typeof BOOK_KINDS)[number]

/** What stands on a book's cover and in every number drawn from it: published data with its source. */
export interface BookKindFacts {
  readonly kind: BookKind
  readonly symbol: string
  readonly name: string
  readonly source: string
  /** `stated` by the text of the law, or `likely` until the text was compared. */
  readonly certainty: 'stated' | 'likely'
}

export const BOOK_KIND_FACTS = rows as readonly BookKindFacts[]

export function getBookKind(kind: BookKind): BookKindFacts {
  const facts = BOOK_KIND_FACTS.find(each => each.kind === kind)
  if (facts === undefined) throw new Error('No such kind of book')
  return facts
}

export function isBookKind(text: unknown): text is BookKind {
  return BOOK_KINDS.some(kind => kind === text)
}

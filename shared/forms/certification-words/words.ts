import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { BOOK_KINDS, type BookKind } from '../../certification/book-kinds.ts'
import { PLACES } from './fill.ts'
import rows from './words.json' with { type: 'json' }

/**
 * The words written on a certified paper (lời chứng), as the law gives them for each book: published data with its source.
 *
 * `{number}` and the like stand for what a certification knows, see `fill.ts`.
 */
export const CertificationWords = Type.Object({
  kind: Type.Enum(BOOK_KINDS),
  source: Type.String({ minLength: 1, maxLength: 500 }),
  /** `stated` when the text was compared word by word, `likely` until then. */
  certainty: Type.Union([Type.Literal('stated'), Type.Literal('likely')]),
  /** The first line, in capitals; empty where the words have none. */
  heading: Type.String({ maxLength: 300 }),
  lines: Type.Array(Type.String({ minLength: 1, maxLength: 2000 }), { minItems: 1, maxItems: 40 }),
  signatures: Type.Array(Type.Union([Type.Literal('clerk'), Type.Literal('signer')]), { minItems: 1, maxItems: 2 }),
})
export type CertificationWords = Static<typeof CertificationWords>

/** The words the program came with. */
export const OWN_WORDS = rows as readonly CertificationWords[]

/** The city publishes other words under this name of its settings: a list of the same shape, of one book or more. */
export const WORDS_SETTING = 'certificationWords'

/**
 * The words for a book: those the city published, where they can be read and fill every place they name, otherwise our own.
 *
 * Words without a place for the number and the book would leave a paper that nobody can find again.
 */
export function wordsFor(kind: BookKind, published?: unknown): CertificationWords {
  const candidates = Array.isArray(published) ? published.filter(each => Value.Check(CertificationWords, each)) : []
  const words = candidates.findLast(each => each.kind === kind && isComplete(each)) ?? OWN_WORDS.find(each => each.kind === kind)
  if (words === undefined) throw new Error('No words for this kind of book')
  return words
}

function isComplete({ heading, lines }: CertificationWords): boolean {
  const named = [heading, ...lines].flatMap(line => [...line.matchAll(/\{([^{}]*)\}/g)].map(match => match[1] ?? ''))
  return named.every(place => PLACES.some(known => known === place)) && named.includes('number') && named.includes('book')
}

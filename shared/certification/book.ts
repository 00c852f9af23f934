import { RANGE_WIDTH, type NumberRange } from '../units/number-range.ts'
import { BOOK_KINDS, getBookKind, isBookKind, type BookKind } from './book-kinds.ts'

/** One book (quyển sổ): of one kind, of one device, of one year (rule N5). */
export interface BookOf {
  readonly device: string
  readonly kind: BookKind
  readonly year: number
}

/** The subject of a book's own acts, `book:pc-0123456789ab.copies.2026`. */
export function bookSubject({ device, kind, year }: BookOf): string {
  return `book:${device}.${kind}.${String(year)}`
}

/** The subject of the book a number stands in: of the visit's own desk, or of the keeper that gave the number (rules N5, N6). */
export function bookOfNumber({ kind, year, keeper }: Omit<BookOf, 'device'> & { readonly keeper?: string | undefined }, device: string): string {
  return bookSubject({ device: keeper ?? device, kind, year })
}

/** Whose book a subject is; undefined when it is none. */
export function parseBookSubject(subject: string): BookOf | undefined {
  const match = /^book:([a-z0-9-]{4,40})\.([a-z]+)\.(\d{4})$/.exec(subject)
  if (match === null) return undefined
  const [, device = '', kind, year] = match
  return isBookKind(kind) ? { device, kind, year: Number(year) } : undefined
}

/**
 * Which of the unit's books of a kind this desk writes (quyển số).
 *
 * Told by its range: ranges of one unit never overlap and are never given again (rules N2, N4), so no two books bear one number.
 */
export function bookNumberOf(range: NumberRange): number {
  return Math.ceil(range.from / RANGE_WIDTH)
}

/** As the book is called on its cover and in the words of certification: `02/2026-SCT/BS`. */
export function bookLabel(bookNumber: number, { kind, year }: Pick<BookOf, 'kind' | 'year'>): string {
  return `${twoDigits(bookNumber)}/${String(year)}-${getBookKind(kind).symbol}`
}

/** A number of a book begins at 01 (rule N5). */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/** Kinds in the order in which they are listed. */
export function byKind(one: BookKind, other: BookKind): number {
  return BOOK_KINDS.indexOf(one) - BOOK_KINDS.indexOf(other)
}

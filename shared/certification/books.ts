import type { Act } from '../acts/act.ts'
import { bookOfNumber, bookSubject, parseBookSubject, type BookOf } from './book.ts'
import { readAct } from './read-act.ts'

/** How far a book is written. */
export interface BookState {
  /** As the book is called; the name it was opened under. */
  readonly label: string
  /** The last number in it; 0 before the first. */
  readonly last: number
  readonly voidedCount: number
  /** UTC, ms; null while it may be written. */
  readonly closedAt: string | null
  /**
   * Numbers between desks (rule N6), by `device.number`: 1 was lent to that desk and its entry is not known here, -1 is the other way
   * round. Whatever order lines arrive in, the sum says the same; what is even is left out.
   */
  readonly lent: Readonly<Record<string, number>>
  /** The last request each desk was answered, so that an asking that lost its answer draws nothing twice. */
  readonly requests: Readonly<Record<string, string>>
}

/** Every book this PC knows, by its subject: small enough for the journal's checkpoint. */
export type BooksWritten = Readonly<Record<string, BookState>>

/**
 * Folds one act into the books (rules N3, N5), in any order of arrival.
 *
 * Only its device gives the numbers of a book; another may enter those it was lent, and close it once that device writes no more (N6).
 */
export function applyToBooks(books: BooksWritten, act: Act): BooksWritten {
  const known = readAct(act)
  switch (known?.kind) {
    case 'book/opened':
      return change(books, { device: act.device, ...known.body }, known.body.label, state => state)
    case 'book/closed': {
      const of = parseBookSubject(act.subject)
      if (of === undefined) return books
      return change(books, of, known.body.label, state => ({ ...state, closedAt: earlier(state.closedAt, act.at) }))
    }
    case 'book/numbers-lent': {
      const of = parseBookSubject(act.subject)
      const { label, to, from, count, request } = known.body
      if (of?.device !== act.device) return books
      return change(books, of, label, state => ({
        ...state, last: Math.max(state.last, from + count - 1), requests: { ...state.requests, [to]: request },
        lent: Array.from({ length: count }, (_, i) => lentKey(to, from + i)).reduce((lent, key) => tallied(lent, key, 1), state.lent),
      }))
    }
    case 'certification/certified':
      return known.body.papers.reduce((written, { book, number }) => {
        const isBorrowed = (book.keeper ?? act.device) !== act.device
        return change(written, { ...book, device: book.keeper ?? act.device }, book.label, state => isBorrowed
          ? { ...state, lent: tallied(state.lent, lentKey(act.device, number), -1) }
          : { ...state, last: Math.max(state.last, number) })
      }, books)
    case 'certification/voided': {
      const of = { ...known.body.book, device: known.body.book.keeper ?? act.device }
      return books[bookOfNumber(known.body.book, act.device)] === undefined
        ? books : change(books, of, '', state => ({ ...state, voidedCount: state.voidedCount + 1 }))
    }
    case 'certification/refused':
    case undefined:
      return books
  }
}

/** The numbers of a book that were lent to this desk and that it has not entered, in their order. */
export function numbersInHand({ lent }: Pick<BookState, 'lent'>, device: string): readonly number[] {
  return Object.entries(lent).flatMap(([key, sum]) => sum > 0 && key.startsWith(`${device}.`) ? [Number(key.slice(device.length + 1))] : [])
    .sort((one, other) => one - other)
}

/** How many numbers of a book are with other desks, as far as is known here (rule N6). */
export function countLentOut({ lent }: Pick<BookState, 'lent'>): number {
  return Object.values(lent).filter(sum => sum > 0).length
}

function lentKey(device: string, number: number): string {
  return `${device}.${String(number)}`
}

function tallied(lent: BookState['lent'], key: string, by: 1 | -1): BookState['lent'] {
  const { [key]: before = 0, ...rest } = lent
  return before + by === 0 ? rest : { ...rest, [key]: before + by }
}

/** Whether an act may change a book. */
export function isOfBooks({ subject }: Pick<Act, 'subject'>): boolean {
  return subject.startsWith('book:') || subject.startsWith('certification:')
}

function earlier(one: string | null, other: string): string {
  return one !== null && one < other ? one : other
}

function change(books: BooksWritten, of: BookOf, label: string, next: (state: BookState) => BookState): BooksWritten {
  const subject = bookSubject(of)
  return { ...books, [subject]: next(books[subject] ?? { label, last: 0, voidedCount: 0, closedAt: null, lent: {}, requests: {} }) }
}

import type { Act } from '../acts/act.ts'
import { bookSubject, parseBookSubject, type BookOf } from './book.ts'
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
}

/** Every book this PC knows, by its subject: small enough for the journal's checkpoint. */
export type BooksWritten = Readonly<Record<string, BookState>>

/** Folds one act into the books (rules N3, N5), in any order of arrival. Only its device writes in a book; another may close it (N6). */
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
    case 'certification/certified':
      return known.body.papers.reduce((written, { book, number }) =>
        change(written, { device: act.device, ...book }, book.label, state => ({ ...state, last: Math.max(state.last, number) })), books)
    case 'certification/voided': {
      const of = { device: act.device, ...known.body.book }
      return books[bookSubject(of)] === undefined ? books : change(books, of, '', state => ({ ...state, voidedCount: state.voidedCount + 1 }))
    }
    case 'certification/refused':
    case undefined:
      return books
  }
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
  return { ...books, [subject]: next(books[subject] ?? { label, last: 0, voidedCount: 0, closedAt: null }) }
}

import type { NewAct } from '../acts/act.ts'
import type { Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { NoRange } from '../units/number-range.ts'
import type { CertificationBodies } from './act-bodies.ts'
import { bookLabel, bookNumberOf, byKind, bookSubject } from './book.ts'
import type { BookKind } from './book-kinds.ts'
import type { CertificationMoment } from './moment.ts'

/** The book of this year is closed: nothing more is entered. */
export interface ClosedBook extends Problem {
  readonly code: 'book/closed'
  readonly label: string
  /** UTC, ms. */
  readonly closedAt: string
}

type Numbered = Pick<CertificationBodies['certification/certified']['papers'][number], 'book' | 'number'>

/** The numbers in the order asked for, and the openings of books that have none yet. */
export interface Drawn {
  readonly numbers: readonly Numbered[]
  readonly opened: readonly NewAct[]
}

/**
 * The next numbers of this desk's books of the year (rule N5), one for each kind asked for.
 *
 * They are drawn only when the acts that use them are on disk (N3): the same turn appends them, and what is not saved is drawn again.
 * Problems: `number/no-range` while this PC waits to be told which books are its own (N4), `book/closed`.
 */
export function drawNumbers(
  kinds: readonly BookKind[], today: Day, { office, bookState }: CertificationMoment,
): Result<Drawn, NoRange | ClosedBook> {
  if (office.numberRange === null) return failure({ code: 'number/no-range' })
  const year = Number(today.slice(0, 4))
  const bookNumber = bookNumberOf(office.numberRange)
  const books = new Map<BookKind, { readonly label: string; last: number }>()
  const opened: NewAct[] = []
  for (const kind of [...new Set(kinds)].sort(byKind)) {
    const subject = bookSubject({ device: office.device, kind, year })
    const state = bookState(subject)
    if (state !== undefined && state.closedAt !== null) return failure({ code: 'book/closed', label: state.label, closedAt: state.closedAt })
    const label = state?.label ?? bookLabel(bookNumber, { kind, year })
    if (state === undefined) opened.push({ subject, kind: 'book/opened', body: { kind, year, label } })
    books.set(kind, { label, last: state?.last ?? 0 })
  }
  return success({ numbers: kinds.map(kind => next(books, kind, year)), opened })
}

function next(books: ReadonlyMap<BookKind, { readonly label: string; last: number }>, kind: BookKind, year: number): Numbered {
  const book = books.get(kind)
  if (book === undefined) throw new Error('A book was not opened')
  book.last += 1
  return { book: { kind, year, label: book.label }, number: book.last }
}

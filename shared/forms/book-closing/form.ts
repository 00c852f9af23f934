import type { BookKind } from '../../certification/book-kinds.ts'
import type { Form } from '../form.ts'
import { layoutBookClosing } from './layout.ts'

/** A closed book as its closing statement tells of it. */
export interface ClosedBook {
  readonly kind: BookKind
  readonly year: number
  readonly label: string
  readonly last: number
  readonly voidedCount: number
  readonly desk: string
  /** UTC, ms. */
  readonly closedAt: string
  readonly closedByName: string
}

/** The statement that closes a book at the end of its year (lời khóa sổ), to be bound in with it (rule N5). */
export const bookClosing: Form<'book-closing', ClosedBook> = {
  name: 'book-closing',
  number: null,
  title: 'Lời khóa sổ',
  layout: (book, print) => layoutBookClosing(bookClosing, book, print),
}

import type { Form } from '../form.ts'
import type { ClosedBook } from './closed-book.ts'
import { layoutBookClosing } from './layout.ts'

/** The statement that closes a book at the end of its year (lời khóa sổ), to be bound in with it (rule N5). */
export const bookClosing: Form<'book-closing', ClosedBook> = {
  name: 'book-closing',
  number: null,
  title: 'Lời khóa sổ',
  layout: (book, print) => layoutBookClosing(bookClosing, book, print),
}

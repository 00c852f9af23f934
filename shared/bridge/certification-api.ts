import type { Day } from '../base/day.ts'
import type { Result } from '../base/result.ts'
import type { BookOf } from '../certification/book.ts'
import type { BookState } from '../certification/books.ts'

/** A book of the unit as this PC knows it, and when it can be closed from here. */
export interface BookView extends BookOf, Omit<BookState, 'lent' | 'requests'> {
  readonly subject: string
  /** The desk whose book it is; empty where nobody named it. */
  readonly desk: string
  readonly isOwn: boolean
  /** Numbers lent to other desks whose entries are not known here (rule N6). */
  readonly lentCount: number
  /** From this day on it may be closed here; null where its own PC still writes it. */
  readonly closableFrom: Day | null
}

/**
 * Which books the next numbers come from (rule N6): this desk's own, those of the keeper, or this desk's own because the keeper, at that
 * desk, did not answer when it was asked last.
 */
export type NextBook = { readonly from: 'own' } | { readonly from: 'keeper' | 'own-keeper-away'; readonly desk: string }

/** What is printed of a visit to the express lane, or of a closed book. */
export type CertificationPaper = 'certification-words' | 'certification-refusal' | 'certification-slip' | 'fee-receipt' | 'book-closing'

export interface CertificationPrint {
  /** The visit; of `book-closing` the book. */
  readonly subject: string
  readonly form: CertificationPaper
  readonly to: 'printer' | 'pdf'
}

/** What the window may ask of certification besides the journal; what it changes goes through the desk. */
export interface CertificationApi {
  /** Every book this PC knows, newest year first. */
  books(): Promise<readonly BookView[]>
  nextBook(): Promise<NextBook>
  /**
   * Prints from the journal, never from the screen; its printing is no act. The file when it was saved as one.
   *
   * Problems: `certification/unknown`, `certification/nothing-to-print`, `book/unknown`, `office/not-open`, `printing/…`, `session/…`.
   */
  print(request: CertificationPrint): Promise<Result<{ readonly file: string | null }>>
}

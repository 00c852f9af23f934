import type { BookKind } from '../../certification/book-kinds.ts'

/** A closed book as its closing statement tells of it. */
export interface ClosedBook {
  readonly kind: BookKind
  readonly year: number
  readonly label: string
  readonly last: number
  readonly voidedCount: number
  /** With other desks, and not known to be entered. */
  readonly lentCount: number
  readonly desk: string
  /** UTC, ms. */
  readonly closedAt: string
  readonly closedByName: string
}

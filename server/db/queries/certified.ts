import { parseBookSubject } from '../../../shared/certification/book.ts'
import type { BookKind } from '../../../shared/certification/book-kinds.ts'
import type { Db } from '../db.ts'

/** What one book of a unit gained in one month. */
export interface CertifiedMonth {
  readonly book: string
  readonly device: string
  readonly kind: BookKind
  readonly label: string
  /** `2026-11`, by the day of the event. */
  readonly month: string
  /** Numbers drawn, those that are void among them. */
  readonly numberCount: number
  readonly voidedCount: number
  readonly copyCount: number
  /** Đồng. */
  readonly fee: number
  /** UTC, ms; null while the book is written. */
  readonly closedAt: string | null
}

interface Row {
  readonly book: string
  readonly label: string
  readonly month: string
  readonly number_count: number
  readonly voided_count: number
  readonly copy_count: number
  readonly fee: number | string
  readonly closed_at: string | null
}

/** A unit's books month by month, the newest first; at most so many rows. */
export async function certifiedByMonth(db: Pick<Db, 'query'>, unit: string, limit = 60): Promise<readonly CertifiedMonth[]> {
  const rows = await db.query<Row>(`
    SELECT c.book, label, month, number_count, voided_count, copy_count, fee, closed_at FROM certification_counts c
    LEFT JOIN certification_books b ON b.unit = c.unit AND b.book = c.book
    WHERE c.unit = $1 AND number_count > 0 ORDER BY month DESC, label, c.book LIMIT $2`, [unit, limit])
  return rows.flatMap(row => {
    const of = parseBookSubject(row.book)
    return of === undefined ? [] : [{
      book: row.book, device: of.device, kind: of.kind, label: row.label, month: row.month, numberCount: row.number_count,
      voidedCount: row.voided_count, copyCount: row.copy_count, fee: Number(row.fee), closedAt: row.closed_at,
    }]
  })
}

import type { Db } from '../db.ts'

/** A line the city keeps and this version cannot fold (rule S4). */
export interface UnfoldableRow {
  readonly unit: string
  readonly device: string
  readonly seq: number
  readonly kind: string
  readonly subject: string
  readonly reason: 'kind-unknown' | 'body-unreadable' | 'newer-version' | 'line-unreadable'
  readonly receivedAt: string
}

/** Newest first, at most 500. */
export async function unfoldableList(db: Pick<Db, 'query'>): Promise<readonly UnfoldableRow[]> {
  const rows = await db.query<Omit<UnfoldableRow, 'receivedAt'> & { readonly received_at: string }>(
    'SELECT unit, device, seq, kind, subject, reason, received_at FROM unfoldable ORDER BY received_at DESC, device, seq DESC LIMIT 500')
  return rows.map(({ received_at, ...row }) => ({ ...row, receivedAt: received_at }))
}

import type { Db } from '../db.ts'

/** What the city published into its public log. */
export interface PublicationRow {
  readonly seq: number
  readonly kind: 'catalogue/published' | 'calendar/published' | 'settings/published'
  /** The catalogue's version, the calendar's year, the names of the settings. */
  readonly title: string
  /** Procedures, days, settings. */
  readonly count: number
  readonly publishedBy: string
  readonly publishedAt: string
}

/** Newest first, at most 200. */
export async function publications(db: Pick<Db, 'query'>): Promise<readonly PublicationRow[]> {
  const rows = await db.query<{ seq: number, kind: PublicationRow['kind'], title: string, count: number, published_by: string, published_at: string }>(
    'SELECT * FROM publications ORDER BY seq DESC LIMIT 200')
  return rows.map(row => ({
    seq: row.seq, kind: row.kind, title: row.title, count: row.count, publishedBy: row.published_by, publishedAt: row.published_at,
  }))
}

import type { Db } from '../db.ts'

/** A look at a person's papers (rule U3). */
export interface LookRow {
  readonly cityUser: string
  readonly unit: string
  readonly subject: string
  readonly screen: string
  readonly at: string
}

/** Newest first, at most 200; of one dossier, or of all. */
export async function looks(db: Pick<Db, 'query'>, of?: { readonly unit: string, readonly subject: string }): Promise<readonly LookRow[]> {
  const rows = await db.query<{ city_user: string, unit: string, subject: string, screen: string, at: string }>(
    'SELECT * FROM looks WHERE ($1::text IS NULL OR (unit = $1 AND subject = $2)) ORDER BY seq DESC LIMIT 200', [of?.unit ?? null, of?.subject ?? null])
  return rows.map(row => ({ cityUser: row.city_user, unit: row.unit, subject: row.subject, screen: row.screen, at: row.at }))
}

import type { Db } from '../db.ts'

/** An enrolment code that was issued; the code itself is nowhere. */
export interface CodeRow {
  readonly id: string
  readonly unit: string
  readonly desk: string
  readonly issuedBy: string
  readonly issuedAt: string
  readonly expiresAt: string
  readonly usedBy: string | null
  readonly usedAt: string | null
  readonly withdrawnAt: string | null
}

/** Newest first, at most 500; of all units when none is named. */
export async function codesOf(db: Pick<Db, 'query'>, unit?: string): Promise<readonly CodeRow[]> {
  const rows = await db.query<{
    id: string, unit: string, desk: string, issued_by: string, issued_at: string, expires_at: string,
    used_by: string | null, used_at: string | null, withdrawn_at: string | null
  }>('SELECT * FROM enrolment_codes WHERE ($1::text IS NULL OR unit = $1) ORDER BY issued_at DESC, id LIMIT 500', [unit ?? null])
  return rows.map(row => ({
    id: row.id, unit: row.unit, desk: row.desk, issuedBy: row.issued_by, issuedAt: row.issued_at, expiresAt: row.expires_at,
    usedBy: row.used_by, usedAt: row.used_at, withdrawnAt: row.withdrawn_at,
  }))
}

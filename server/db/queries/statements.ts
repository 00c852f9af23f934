import type { Db } from '../db.ts'

/** The statement of a day (Kết ngày) as the desk wrote it. */
export interface StatementRow {
  readonly unit: string
  readonly device: string
  readonly checkCode: string
  readonly day: string
  readonly author: string
  readonly at: string
  readonly arrivedAt: string
  /** The body of its act `day/closed`: the check code, the counts, and whatever a later version adds. */
  readonly body: Readonly<Record<string, unknown>>
}

/** Statements with this check code, with and without dashes and in any case; usually one. `unit` leaves only that unit's. */
export async function findStatement(db: Pick<Db, 'query'>, checkCode: string, unit?: string): Promise<readonly StatementRow[]> {
  const rows = await db.query<{
    unit: string, device: string, check_code: string, day: string, author: string, at: string, received_at: string, body: string
  }>(`SELECT unit, device, check_code, day, author, at, received_at, body FROM statements
    WHERE check_code = $1 AND ($2::text IS NULL OR unit = $2) ORDER BY received_at DESC LIMIT 20`, [bareCode(checkCode), unit ?? null])
  return rows.map(row => ({
    unit: row.unit, device: row.device, checkCode: row.check_code, day: row.day, author: row.author, at: row.at,
    arrivedAt: row.received_at, body: JSON.parse(row.body) as Readonly<Record<string, unknown>>,
  }))
}

/** A check code as it is compared. */
export function bareCode(checkCode: string): string {
  return checkCode.toUpperCase().replace(/[^0-9A-Z]/g, '')
}

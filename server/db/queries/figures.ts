import type { Life } from '../../../shared/reports/life.ts'
import type { Period } from '../../../shared/reports/period.ts'
import { differingCells, figuresToSign, type Counted, type DifferentCell, type SignedFigures } from '../../../shared/reports/signed-figures.ts'
import type { Db } from '../db.ts'

/** What a director signed of a period, and where the city counts otherwise; no such cell is agreement. */
export interface CheckedFigures {
  readonly unit: string
  readonly signed: SignedFigures
  readonly at: string
  readonly arrivedAt: string
  readonly different: readonly DifferentCell[]
}

/** Every dossier and visit of a unit, or of every unit, that may stand in a figure of the period. */
export async function livesIn(db: Pick<Db, 'query'>, unit: string | null, { from, until }: Period): Promise<readonly Life[]> {
  const rows = await db.query<{ body: string }>(
    'SELECT body FROM lives WHERE ($1::text IS NULL OR unit = $1) AND received_on <= $2 AND (ended_on IS NULL OR ended_on >= $3)', [unit, until, from])
  return rows.flatMap(({ body }) => JSON.parse(body) as readonly Life[])
}

/** Biểu II.06a of a unit, counted at the city by the function that counts it at the desk. */
export async function countFigures(db: Pick<Db, 'query'>, unit: string, { from, until }: Period, on: string): Promise<Counted> {
  return figuresToSign(await livesIn(db, unit, { from, until }), { from, until, on })
}

/** The newest signature of each unit for exactly this period, each compared cell for cell; `unit` leaves only that one. */
export async function checkedFigures(db: Pick<Db, 'query'>, { from, until }: Period, unit?: string): Promise<readonly CheckedFigures[]> {
  const rows = await db.query<{ unit: string, at: string, received_at: string, body: string }>(`
    SELECT DISTINCT ON (unit) unit, at, received_at, body FROM signed_figures
    WHERE from_on = $1 AND until_on = $2 AND ($3::text IS NULL OR unit = $3) ORDER BY unit, at DESC, received_at DESC`, [from, until, unit ?? null])
  const checked: CheckedFigures[] = []
  for (const row of rows) {
    const signed = JSON.parse(row.body) as SignedFigures
    const counted = await countFigures(db, row.unit, { from, until }, signed.on)
    checked.push({ unit: row.unit, signed, at: row.at, arrivedAt: row.received_at, different: differingCells(signed, counted) })
  }
  return checked
}

import type { City } from '../city.ts'
import { PROJECTION_VERSION, PROJECTIONS } from './projections.ts'

/** Every table that is made from the record, by name. */
export const FOLDED_TABLES: readonly string[] = PROJECTIONS.flatMap(({ tables }) => tables).sort()

/** Empties the tables and forgets how far they were folded, in one step. */
export async function emptyTables(city: Pick<City, 'db'>): Promise<void> {
  await city.db.transaction(async db => {
    await db.exec(`TRUNCATE projected, projection_version, ${FOLDED_TABLES.join(', ')}`)
    await db.query('INSERT INTO projection_version (version) VALUES ($1)', [PROJECTION_VERSION])
  })
}

/** Whether the rows were made by another shape of the fold, or by none. */
export async function isOfAnotherShape(city: Pick<City, 'db'>): Promise<boolean> {
  const [row] = await city.db.query<{ version: number }>('SELECT version FROM projection_version')
  return row?.version !== PROJECTION_VERSION
}

import type { City } from '../city.ts'
import { startProjector } from './projector.ts'
import { emptyTables } from './tables.ts'

/** Empties every table that is made from the record and folds all of it again; the same record leaves the same rows. */
export async function rebuild(city: City): Promise<void> {
  await emptyTables(city)
  const projector = await startProjector(city)
  await projector.settled()
  await projector.stop()
}

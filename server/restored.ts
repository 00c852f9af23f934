import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { noteRestored } from './admin/settling.ts'
import type { City } from './city.ts'

/**
 * Reads the mark a restore leaves in the data folder, notes it in the record and takes it away (rule S13).
 *
 * `restore.sh` leaves it; whoever puts a machine back by other means makes the empty file `restored` there before the start.
 */
export async function hearOfRestore(city: City, data: string): Promise<void> {
  const mark = join(data, 'restored')
  const isThere = await stat(mark).then(() => true, (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return false
    throw error
  })
  if (!isThere) return
  await noteRestored(city, 'restored')
  await rm(mark)
}

import { Value } from 'typebox/value'
import { readLine } from '../../shared/acts/chain.ts'
import { OFFICE_BODIES } from '../../shared/offices/office-acts.ts'
import type { NumberRange } from '../../shared/units/number-range.ts'
import type { City } from '../city.ts'
import { sha256 } from '../record/sha256.ts'

/** Number ranges the unit's desks drew from before the city gave them one, as far as their lines have arrived; not those of `device`. */
export async function usedRanges(city: City, unit: string, device: string): Promise<readonly NumberRange[]> {
  const rows = await city.db.query<{ line: string }>(
    'SELECT line FROM acts WHERE unit = $1 AND kind = \'device/enrolled\' AND device <> $2 LIMIT 1000', [unit, device])
  return rows.flatMap(({ line }) => {
    const read = readLine(line, sha256)
    return read.ok && Value.Check(OFFICE_BODIES['device/enrolled'], read.value.act.body) ? [read.value.act.body.numberRange] : []
  })
}

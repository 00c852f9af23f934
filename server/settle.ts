import { letterboxOf } from '../shared/offices/city-acts.ts'
import { LETTERBOXES } from './admin/letterbox.ts'
import { settleUnit } from './sync/settle-unit.ts'
import { withCity } from './with-city.ts'

/** `node server/settle.ts <unit>…`: waits no longer for PCs of these units that never come back after a restore. */
process.exitCode = await withCity(async city => {
  const known = new Set(LETTERBOXES.map(({ log }) => log))
  const units = process.argv.slice(2)
  const unknown = units.filter(unit => !known.has(letterboxOf(unit)))
  if (units.length === 0 || unknown.length > 0) {
    process.stderr.write(`settle: name units by their five digits${unknown.length > 0 ? `; unknown: ${unknown.join(' ')}` : ''}\n`)
    return 2
  }
  for (const unit of units) await settleUnit(city, unit, 'operator')
  process.stdout.write(`${JSON.stringify({ settled: units })}\n`)
  return 0
})

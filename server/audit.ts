import { audit } from './sync/audit.ts'
import { withCity } from './with-city.ts'

/** Proves the whole record, and that whatever was confirmed is here. Its last line says what is not; the exit code is 1 then. */
process.exitCode = await withCity(async city => {
  const found = await audit(city)
  process.stdout.write(`${JSON.stringify(found)}\n`)
  return found.broken.length + found.lostHeads.length + found.lostPages.length === 0 ? 0 : 1
})

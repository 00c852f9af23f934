import { WORLD } from './app.ts'
import { readConfig } from './config.ts'
import { openCity } from './open-city.ts'
import { audit } from './sync/audit.ts'

/** Proves the whole record, and that whatever was confirmed is here. Its last line says what is not; the exit code is 1 then. */
async function run(): Promise<number> {
  const read = readConfig(process.env)
  const opened = 'mistakes' in read ? { sentence: read.mistakes.join('\n') } : await openCity(read.config, WORLD)
  if ('sentence' in opened) {
    process.stderr.write(`${opened.sentence}\n`)
    return 2
  }
  const found = await audit(opened.city)
  await opened.close()
  process.stdout.write(`${JSON.stringify(found)}\n`)
  return found.broken.length + found.lostHeads.length + found.lostPages.length === 0 ? 0 : 1
}

process.exitCode = await run()

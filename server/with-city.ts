import { WORLD } from './app.ts'
import type { City } from './city.ts'
import { readConfig } from './config.ts'
import { openCity } from './open-city.ts'

/** Opens the configured city for one piece of work without a server; the exit code, 2 with a sentence where it cannot be opened. */
export async function withCity(work: (city: City) => Promise<number>): Promise<number> {
  const read = readConfig(process.env)
  const opened = 'mistakes' in read ? { sentence: read.mistakes.join('\n') } : await openCity(read.config, WORLD)
  if ('sentence' in opened) {
    process.stderr.write(`${opened.sentence}\n`)
    return 2
  }
  const code = await work(opened.city)
  await opened.close()
  return code
}

import { WORLD } from './app.ts'
import { readConfig } from './config.ts'
import { openCity } from './open-city.ts'
import { rebuild } from './projections/rebuild.ts'

/** Makes every table anew from the record; after a restore, or when tables are doubted. Its last line counts. */
async function run(): Promise<number> {
  const read = readConfig(process.env)
  const opened = 'mistakes' in read ? { sentence: read.mistakes.join('\n') } : await openCity(read.config, WORLD)
  if ('sentence' in opened) {
    process.stderr.write(`${opened.sentence}\n`)
    return 2
  }
  await rebuild(opened.city)
  const [counts] = await opened.city.db.query<{ acts: number, dossiers: number }>(
    'SELECT (SELECT count(*) FROM acts) AS acts, (SELECT count(*) FROM dossiers) AS dossiers')
  await opened.close()
  process.stdout.write(`${JSON.stringify(counts)}\n`)
  return 0
}

process.exitCode = await run()

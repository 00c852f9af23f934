import { rebuild } from './projections/rebuild.ts'
import { withCity } from './with-city.ts'

/** Makes every table anew from the record; after a restore, or when tables are doubted. Its last line counts. */
process.exitCode = await withCity(async city => {
  await rebuild(city)
  const [counts] = await city.db.query<{ acts: number, dossiers: number }>(
    'SELECT (SELECT count(*) FROM acts) AS acts, (SELECT count(*) FROM dossiers) AS dossiers')
  process.stdout.write(`${JSON.stringify(counts)}\n`)
  return 0
})

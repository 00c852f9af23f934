import { WORLD } from './app.ts'
import { readConfig } from './config.ts'
import { openCity } from './open-city.ts'
import { moveRecord } from './record/move-record.ts'

/**
 * Moves a city between its two homes while no server runs: `to-postgres` or `to-files`. The old record stays as it is; key and pages
 * lie where they lay. Tables follow at the next start. Its last line counts what was moved in this run.
 */
async function run(direction: string | undefined): Promise<number> {
  const read = readConfig(process.env)
  if ('mistakes' in read) return tell(read.mistakes.join('\n'))
  if (read.config.databaseUrl === null || (direction !== 'to-postgres' && direction !== 'to-files')) {
    return tell('Usage: MOT_CUA_DATA=… DATABASE_URL=postgres://… node server/move-record.ts to-postgres|to-files')
  }
  const files = await openCity({ ...read.config, databaseUrl: null }, WORLD)
  if ('sentence' in files) return tell(files.sentence)
  const rows = await openCity(read.config, WORLD)
  if ('sentence' in rows) return tell(rows.sentence)
  const moved = direction === 'to-postgres'
    ? await moveRecord(files.city.record, rows.city.record)
    : await moveRecord(rows.city.record, files.city.record)
  await rows.close()
  await files.close()
  process.stdout.write(`${JSON.stringify(moved.ok ? moved.value : moved.problem)}\n`)
  return moved.ok ? 0 : 1
}

function tell(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}

process.exitCode = await run(process.argv[2])

import { openPostgres } from './db/postgres.ts'
import { migrate } from './db/migrate.ts'
import { readConfig } from './config.ts'

/** Brings a PostgreSQL database to this program's tables, and nothing else: before a backup is put into it. */
async function run(): Promise<number> {
  const read = readConfig(process.env)
  if ('mistakes' in read || read.config.databaseUrl === null) {
    process.stderr.write('DATABASE_URL and MOT_CUA_DATA must be set.\n')
    return 2
  }
  const db = openPostgres(read.config.databaseUrl)
  const taken = await migrate(db)
  await db.close()
  process.stdout.write(`${JSON.stringify({ taken })}\n`)
  return 0
}

process.exitCode = await run()

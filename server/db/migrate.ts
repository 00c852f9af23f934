import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from './db.ts'

/**
 * Brings the tables to this program's shape, forward only; returns the names of the steps taken.
 *
 * Each step and the note that it was taken are one transaction, so a start that is cut off goes on where it stopped; of two
 * processes that start at once the second waits for the first.
 */
export async function migrate(db: Db, folder = join(import.meta.dirname, 'migrations')): Promise<readonly string[]> {
  await db.exec('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, taken_at timestamptz NOT NULL DEFAULT now())').catch(async (error: unknown) => {
    // Two processes at once: the other one has made it.
    await db.query('SELECT name FROM migrations LIMIT 1').catch(() => { throw error })
  })
  const taken: string[] = []
  for (const file of (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()) {
    const text = await readFile(join(folder, file), 'utf8')
    await db.transaction(async inside => {
      await inside.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
      const [known] = await inside.query<{ name: string }>('SELECT name FROM migrations WHERE name = $1', [file])
      if (known !== undefined) return
      await inside.exec(text)
      await inside.query('INSERT INTO migrations (name) VALUES ($1)', [file])
      taken.push(file)
    })
  }
  return taken
}

/** Any number, the same in every process of this program. */
const LOCK = 20_261_125

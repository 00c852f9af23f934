import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { keysOf, keptKeys } from './city-keys.ts'
import type { City } from './city.ts'
import type { Config } from './config.ts'
import type { Db } from './db/db.ts'
import { openEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { openPostgres } from './db/postgres.ts'
import { openPages } from './pages/open-pages.ts'
import { makeFolder } from './record/durable.ts'
import { openLineFiles } from './record/line-files.ts'
import { openLineRows } from './record/line-rows.ts'
import { takeFolder } from './record/one-process.ts'
import type { LineRecord } from './record/record.ts'

/** A city whose parts are open; `close` closes them in order. */
export interface OpenCity {
  readonly city: City
  readonly close: () => Promise<void>
}

/** What a start can say and a person can put right. */
export interface CannotOpen {
  readonly sentence: string
}

/** Opens database, record, pages and key as configured. Tables of another version are brought to this one. */
export async function openCity(config: Config, world: Pick<City, 'now' | 'randomBytes'>): Promise<OpenCity | CannotOpen> {
  await makeFolder(config.data)
  const opened = config.databaseUrl === null ? await openOwn(config.data) : await openShared(config.databaseUrl)
  if ('sentence' in opened) return opened
  const { db, record } = opened
  await migrate(db)
  const keys = config.key === null ? await keptKeys(join(config.data, 'keys', 'city')) : keysOf(config.key)
  const pages = await openPages(config.pages, config.data)
  const address = config.address ?? `http://127.0.0.1:${String(config.port)}`
  return { city: { db, record, pages, keys, name: config.name, address, ...world }, close: opened.close }
}

interface Stores {
  readonly db: Db
  readonly record: LineRecord
  readonly close: () => Promise<void>
}

async function openOwn(data: string): Promise<Stores | CannotOpen> {
  const taken = await takeFolder(data)
  if (!taken.ok) return { sentence: `Another process works on ${data} already. With DATABASE_URL several may.` }
  const record = await openLineFiles(data)
  const db = await openTables(join(data, 'tables'))
  return {
    db, record,
    close: async () => {
      await record.close()
      await db.close()
      await taken.value.release()
    },
  }
}

async function openShared(url: string): Promise<Stores | CannotOpen> {
  const db = openPostgres(url)
  const durable = await whyNotDurable(db)
  if (durable !== undefined) {
    await db.close()
    return { sentence: durable }
  }
  return { db, record: openLineRows(db), close: () => db.close() }
}

/** An answer means "on disk": a PostgreSQL that does not flush cannot give one. */
async function whyNotDurable(db: Db): Promise<string | undefined> {
  const settings = await db.query<{ name: string, setting: string }>("SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit')")
  const off = settings.find(({ setting }) => setting === 'off')
  return off === undefined ? undefined : `PostgreSQL runs with ${off.name} = off: it would lose in a power cut what was acknowledged. Switch it on.`
}

/** The embedded tables are folds: a folder that no longer opens is put aside and folded again from the record. */
async function openTables(folder: string): Promise<Db> {
  try {
    return await openEmbedded(folder)
  } catch {
    await rename(folder, `${folder}-broken-${String(process.pid)}`)
    return openEmbedded(folder)
  }
}

import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { City } from '../../server/city.ts'
import { openEmbedded } from '../../server/db/embedded.ts'
import { migrate } from '../../server/db/migrate.ts'
import { openPostgres } from '../../server/db/postgres.ts'
import type { PageStore } from '../../server/pages/page-store.ts'
import { openLineFiles } from '../../server/record/line-files.ts'
import { openLineRows } from '../../server/record/line-rows.ts'
import { startPostgres, type OwnPostgres } from './postgres.ts'

/** A city without doors: record, tables and keys, and a clock the test holds. */
export interface BareCity {
  readonly city: City
  /** Sets the city's clock, UTC. */
  readonly setTime: (at: string) => void
  readonly close: () => Promise<void>
}

/** The two homes of a city's tables: the same tests run on both. */
export const DATABASES = ['embedded', 'postgres'] as const
export type DatabaseKind = (typeof DATABASES)[number]

let postgres: Promise<OwnPostgres> | undefined

/** A city with nothing in it, on a database of this kind; PostgreSQL is started for the first one, and stopped by `stopDatabases`. */
export async function openBareCityOn(kind: DatabaseKind): Promise<BareCity> {
  return openBareCity(kind === 'embedded' ? undefined : await freshDatabase())
}

export async function freshDatabase(): Promise<string> {
  postgres ??= startPostgres()
  return (await postgres).freshDatabase()
}

export async function stopDatabases(): Promise<void> {
  await (await postgres)?.stop()
}

/** Embedded in a folder of its own; or, given the URL of a database of PostgreSQL, on that: two on one URL are two processes. */
export async function openBareCity(databaseUrl?: string): Promise<BareCity> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-city-'))
  const db = databaseUrl === undefined ? await openEmbedded(undefined) : openPostgres(databaseUrl)
  await migrate(db)
  const record = databaseUrl === undefined ? await openLineFiles(folder) : openLineRows(db)
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  let now = Date.parse('2026-11-25T02:00:00.000Z')
  const city: City = {
    db, record, pages: NO_PAGES,
    keys: {
      publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
      sign: text => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
    },
    name: 'Thành phố Thử', address: 'https://city.invalid',
    now: () => now,
    randomBytes: count => randomBytes(count),
  }
  return {
    city,
    setTime: at => { now = Date.parse(at) },
    close: async () => {
      await record.close()
      await db.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** These tests bring no pages. */
const NO_PAGES: PageStore = {
  held: async () => 0,
  keep: async () => ({ state: 'refused', held: 0, code: 'sync/page-length' }),
  size: async () => undefined,
  read: async () => undefined,
  ready: async () => undefined,
}

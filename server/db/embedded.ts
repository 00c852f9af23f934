import { PGlite, type Transaction } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import type { Db } from './db.ts'

/**
 * PostgreSQL inside this process, in a folder, or in memory without one.
 *
 * It survives a killed process but never flushes, so a power cut may take what it holds: all its tables are made from the
 * record, which is flushed. One process at a time.
 */
export async function openEmbedded(folder: string | undefined): Promise<Db> {
  const place = folder === undefined ? {} : { dataDir: folder }
  const pglite = await PGlite.create({ ...place, extensions: { pg_trgm }, parsers: { 20: Number } })
  return {
    kind: 'embedded',
    ...speak(pglite),
    transaction: work => pglite.transaction(inside => work(speak(inside))),
    close: () => pglite.close(),
  }
}

function speak(driver: Pick<PGlite | Transaction, 'query' | 'exec'>): Pick<Db, 'query' | 'exec'> {
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await driver.query<Row>(text, [...values])
      for (const row of rows as Record<string, unknown>[]) bytesToBuffers(row)
      return rows
    },
    exec: async text => {
      await driver.exec(text)
    },
  }
}

/** PostgreSQL's own driver gives Buffers; so does this one then. */
function bytesToBuffers(row: Record<string, unknown>): void {
  for (const [column, value] of Object.entries(row)) {
    if (value instanceof Uint8Array && !Buffer.isBuffer(value)) row[column] = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  }
}

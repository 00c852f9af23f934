import pg from 'pg'
import type { Db } from './db.ts'

/** A PostgreSQL server, by its URL; `connections` at most at once. */
export function openPostgres(url: string, connections = 10): Db {
  const pool = new pg.Pool({ connectionString: url, max: connections, types: { getTypeParser } })
  // A connection that dies while nobody uses it is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return {
    kind: 'postgres',
    ...speak(pool),
    transaction: async work => {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('BEGIN')
        const result = await work(speak(client))
        await client.query('COMMIT')
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch((failed: unknown) => { broken = failed as Error })
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

function speak(driver: Pick<pg.Pool | pg.PoolClient, 'query'>): Pick<Db, 'query' | 'exec'> {
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await driver.query<Row & pg.QueryResultRow>(text, [...values])).rows,
    exec: async text => {
      await driver.query(text)
    },
  }
}

const INT8 = 20

/** int8 as Number: nothing the city counts reaches 2^53. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return oid === INT8 ? Number : pg.types.getTypeParser(oid, format) as (text: string) => unknown
}

/**
 * SQL, the same on PostgreSQL and on the embedded PGlite: numbered parameters, int8 as Number, jsonb parameters as JSON text,
 * bytea as Buffer.
 */
export interface Db {
  readonly kind: 'postgres' | 'embedded'
  readonly query: <Row extends object>(text: string, values?: readonly SqlValue[]) => Promise<readonly Row[]>
  /** Several statements without parameters. */
  readonly exec: (text: string) => Promise<void>
  /** All or nothing; the work gets a Db that stands inside. */
  readonly transaction: <T>(work: (db: Pick<Db, 'query' | 'exec'>) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

export type SqlValue = string | number | boolean | null | Uint8Array | readonly (string | number | boolean | null)[]

import type { Db } from './db/db.ts'
import type { PageStore } from './pages/page-store.ts'
import type { LineRecord } from './record/record.ts'

/** What every room of the city stands on; made once by server.ts, or by a test. */
export interface City {
  readonly db: Db
  readonly record: LineRecord
  readonly pages: PageStore
  readonly keys: CityKeys
  /** What the papers and screens call this city. */
  readonly name: string
  /** Where devices and people reach it, without a slash at the end. */
  readonly address: string
  /** UTC, ms. */
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
}

/** The city's Ed25519 key. */
export interface CityKeys {
  /** base64 of 32 bytes. */
  readonly publicKey: string
  /** base64 of the signature over the text's UTF-8 bytes. */
  readonly sign: (text: string) => string
}

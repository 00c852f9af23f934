import { findCityPerson } from '../admin/city-sign-in.ts'
import type { CityPerson } from '../admin/office-log.ts'
import type { City } from '../city.ts'
import { sha256 } from '../record/sha256.ts'

/** Who is signed in, and the word that proves a form to be ours. */
export interface Session {
  readonly person: CityPerson
  readonly csrf: string
}

const IDLE_MS = 30 * 60_000
const LONGEST_MS = 12 * 3_600_000

/** Begins a session with a name nobody knows yet; only its sum is kept. The answer is what the cookie holds. */
export async function beginSession(city: City, person: CityPerson): Promise<string> {
  const token = hex(city.randomBytes(32))
  const now = city.now()
  await city.db.query('DELETE FROM sessions WHERE begun_at < $1 OR seen_at < $2', [now - LONGEST_MS, now - IDLE_MS])
  await city.db.query('INSERT INTO sessions (sha256, user_id, csrf, begun_at, seen_at) VALUES ($1, $2, $3, $4, $4)',
    [sha256(token), person.id, hex(city.randomBytes(16)), now])
  return token
}

/** Undefined for one that is unknown, too old, idle for half an hour, of somebody withdrawn, or from before their newest password. */
export async function findSession(city: City, token: string | undefined): Promise<Session | undefined> {
  if (token === undefined || !/^[0-9a-f]{64}$/.test(token)) return undefined
  const now = city.now()
  const [row] = await city.db.query<{ user_id: string, csrf: string, begun_at: number, seen_at: number }>(
    'SELECT user_id, csrf, begun_at, seen_at FROM sessions WHERE sha256 = $1', [sha256(token)])
  if (row === undefined || now - row.begun_at > LONGEST_MS || now - row.seen_at > IDLE_MS) return undefined
  const person = await findCityPerson(city, row.user_id)
  if (person === undefined || Date.parse(person.passwordSetAt) > row.begun_at) return undefined
  if (now - row.seen_at > SEEN_AGAIN_MS) await city.db.query('UPDATE sessions SET seen_at = $2 WHERE sha256 = $1', [sha256(token), now])
  return { person, csrf: row.csrf }
}

export async function endSession(city: City, token: string | undefined): Promise<void> {
  if (token !== undefined) await city.db.query('DELETE FROM sessions WHERE sha256 = $1', [sha256(token)])
}

const SEEN_AGAIN_MS = 60_000

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

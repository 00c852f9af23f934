import type { Act } from '../../../shared/acts/act.ts'
import { readLine } from '../../../shared/acts/chain.ts'
import type { Role } from '../../../shared/users/role.ts'
import type { CityRole } from '../../admin/city-role.ts'
import { sha256 } from '../../record/sha256.ts'
import type { Db } from '../db.ts'

/** Someone with a PIN in a unit. */
export interface UserRow {
  readonly unit: string
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  /** Appointed by the city, not by the unit's director. */
  readonly byCity: boolean
  readonly appointedAt: string
  readonly withdrawnAt: string | null
}

/** By name; of all units, by unit, when none is named. */
export async function usersOf(db: Pick<Db, 'query'>, unit?: string): Promise<readonly UserRow[]> {
  const rows = await db.query<{
    unit: string, id: string, name: string, roles: string, by_city: boolean, appointed_at: string, withdrawn_at: string | null
  }>(`SELECT unit, id, name, roles, by_city, appointed_at, withdrawn_at FROM users
    WHERE ($1::text IS NULL OR unit = $1) ORDER BY unit, withdrawn_at IS NOT NULL, name, id LIMIT 5000`, [unit ?? null])
  return rows.map(row => ({
    unit: row.unit, id: row.id, name: row.name, roles: JSON.parse(row.roles) as readonly Role[], byCity: row.by_city,
    appointedAt: row.appointed_at, withdrawnAt: row.withdrawn_at,
  }))
}

/** The unit's acts that make, change and withdraw users, of every log of it that is folded. */
export async function userActsOf(db: Pick<Db, 'query'>, unit: string): Promise<readonly Act[]> {
  const rows = await db.query<{ line: string }>(
    'SELECT line FROM acts WHERE unit = $1 AND kind IN (\'user/appointed\', \'user/pin-set\', \'user/roles-set\', \'user/withdrawn\')', [unit])
  return rows.flatMap(({ line }) => {
    const read = readLine(line, sha256)
    return read.ok ? [read.value.act] : []
  })
}

/** Someone who works with the city's pages. */
export interface CityUserRow {
  readonly id: string
  readonly name: string
  readonly signInName: string
  readonly role: CityRole
  readonly unit: string | null
  readonly appointedAt: string
  readonly withdrawnAt: string | null
}

export async function cityUsers(db: Pick<Db, 'query'>): Promise<readonly CityUserRow[]> {
  const rows = await db.query<{
    id: string, name: string, sign_in_name: string, role: string, unit: string | null, appointed_at: string, withdrawn_at: string | null
  }>('SELECT * FROM city_users ORDER BY withdrawn_at IS NOT NULL, name, id')
  return rows.map(row => ({
    id: row.id, name: row.name, signInName: row.sign_in_name, role: row.role as CityRole, unit: row.unit,
    appointedAt: row.appointed_at, withdrawnAt: row.withdrawn_at,
  }))
}

import { randomBytes } from 'node:crypto'
import { makeFirstAdministrator } from '../../server/admin/first-administrator.ts'
import { readState } from '../../server/admin/city-log.ts'
import { OFFICE_LOG } from '../../server/admin/office-log.ts'
import type { City } from '../../server/city.ts'

export const ADMINISTRATOR = 'quantri'

/** Makes the first administrator of a city that has nobody yet; the password is told this once. Undefined where there is somebody. */
export async function firstPassword(city: City): Promise<string | undefined> {
  const { people } = await readState(city, OFFICE_LOG)
  if (people.size > 0) return undefined
  const password = randomBytes(9).toString('base64url')
  const made = await makeFirstAdministrator(city, { signInName: ADMINISTRATOR, password })
  if (!made.ok) throw new Error(made.problem.code)
  return made.value ? password : undefined
}

import { success, type Result } from '../../shared/base/result.ts'
import type { City } from '../city.ts'
import { appointCityUser, type AppointCityUserProblem } from './appoint-city-user.ts'
import { readState } from './city-log.ts'
import { THE_CITY } from './city-role.ts'
import { OFFICE_LOG } from './office-log.ts'

/** Makes the first administrator of a city nobody works in yet; later starts leave everything as it is. Tells whether one was made. */
export async function makeFirstAdministrator(
  city: City, { signInName, password }: { readonly signInName: string, readonly password: string },
): Promise<Result<boolean, AppointCityUserProblem>> {
  const { people } = await readState(city, OFFICE_LOG)
  if (people.size > 0) return success(false)
  const made = await appointCityUser(city, THE_CITY, { name: signInName, signInName, role: 'administrator', unit: null, password })
  // Two processes that start together: the other was first.
  if (!made.ok && made.problem.code === 'city-user/sign-in-name-taken') return success(false)
  return made.ok ? success(true) : made
}

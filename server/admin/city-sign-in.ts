import type { City } from '../city.ts'
import { toSignInName } from './appoint-city-user.ts'
import { readState } from './city-log.ts'
import { OFFICE_LOG, type CityPerson, type KnownCityPerson } from './office-log.ts'
import { isSecret, spendACheck } from './secret-proof.ts'

/** Who this is, or undefined; takes as long for a name nobody has as for a wrong password. How often one may try is for the page. */
export async function checkSignIn(city: City, signInName: string, password: string): Promise<CityPerson | undefined> {
  const { people } = await readState(city, OFFICE_LOG)
  const wanted = toSignInName(signInName)
  const person = [...people.values()].find(other => other.signInName === wanted && other.withdrawnAt === null)
  if (person === undefined) {
    await spendACheck(password)
    return undefined
  }
  return await isSecret(password, person.password) ? toPerson(person) : undefined
}

/** Someone who is signed in, as they are now; undefined once withdrawn. For every request: answers from memory for up to a second. */
export async function findCityPerson(city: City, id: string): Promise<CityPerson | undefined> {
  const { people } = await readState(city, OFFICE_LOG, FRESH_MS)
  const person = people.get(id)
  return person === undefined || person.withdrawnAt !== null ? undefined : toPerson(person)
}

const FRESH_MS = 1000

function toPerson({ id, role, unit, name, signInName, passwordSetAt }: KnownCityPerson): CityPerson {
  return { id, role, unit, name, signInName, passwordSetAt }
}

import { bytesToHex } from '../../shared/base/id.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { normalise } from '../../shared/base/text.ts'
import type { City } from '../city.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, type NotAllowed } from './city-problem.ts'
import type { CityActor, CityRole } from './city-role.ts'
import { OFFICE_LOG } from './office-log.ts'
import { placeOf, type UnitUnknown } from './place-of.ts'
import { proveSecret } from './secret-proof.ts'

export interface AppointCityUserInput {
  readonly name: string
  /** What is typed at the sign-in; capitals do not count. */
  readonly signInName: string
  readonly role: CityRole
  /** Only, and always, for a unit-reader. */
  readonly unit: string | null
  readonly password: string
}

export type AppointCityUserProblem = NotAllowed | UnitUnknown | PasswordShort | Problem & {
  readonly code: 'city-user/name-missing' | 'city-user/sign-in-name-malformed' | 'city-user/sign-in-name-taken' | 'city-user/unit-missing'
}

export type PasswordShort = Problem & { readonly code: 'city-user/password-short', readonly least: number }

const LEAST_PASSWORD = 10

/** Gives someone a name and a password for the city's pages. Problems: see AppointCityUserProblem. */
export async function appointCityUser(
  city: City, by: CityActor, input: AppointCityUserInput,
): Promise<Result<{ readonly id: string }, AppointCityUserProblem>> {
  const refusal = refusalOf(by, 'city-user/manage')
  if (refusal !== undefined) return refusal
  const name = normalise(input.name).slice(0, 200)
  const signInName = toSignInName(input.signInName)
  if (name === '') return failure({ code: 'city-user/name-missing' })
  if (!/^[a-z0-9][a-z0-9.@_-]{1,99}$/.test(signInName)) return failure({ code: 'city-user/sign-in-name-malformed' })
  const isShort = checkPassword(input.password)
  if (isShort !== undefined) return failure(isShort)
  const unit = input.role === 'unit-reader' ? input.unit : null
  if (input.role === 'unit-reader' && unit === null) return failure({ code: 'city-user/unit-missing' })
  if (unit !== null) {
    const place = placeOf(unit)
    if (!place.ok) return place
  }
  const id = `cu-${bytesToHex(city.randomBytes(8))}`
  const body = { id, name, signInName, role: input.role, unit, password: await proveSecret(input.password, city.randomBytes) }
  return writeActs(city, OFFICE_LOG, by.id, ({ people }): Result<Decided<{ readonly id: string }>, AppointCityUserProblem> => {
    const isTaken = [...people.values()].some(other => other.signInName === signInName && other.withdrawnAt === null)
    if (isTaken) return failure({ code: 'city-user/sign-in-name-taken' })
    return success({ acts: [{ subject: `city-user:${id}`, kind: 'city-user/appointed', body }], value: { id } })
  })
}

/** A sign-in name as it is kept and compared. */
export function toSignInName(typed: string): string {
  return typed.trim().toLowerCase()
}

/** What is wrong with a password, or undefined. */
export function checkPassword(password: string): PasswordShort | undefined {
  return [...password].length < LEAST_PASSWORD || password.length > 200 ? { code: 'city-user/password-short', least: LEAST_PASSWORD } : undefined
}

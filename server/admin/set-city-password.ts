import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { City } from '../city.ts'
import { checkPassword, type PasswordShort } from './appoint-city-user.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, type NotAllowed } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { OFFICE_LOG } from './office-log.ts'
import { proveSecret } from './secret-proof.ts'

export type SetCityPasswordProblem = NotAllowed | PasswordShort | Problem & { readonly code: 'city-user/unknown' }

/** A new password, one's own or, for an administrator, anyone's. What was signed in before must sign in again. */
export async function setCityPassword(
  city: City, by: CityActor, input: { readonly id: string, readonly password: string },
): Promise<Result<null, SetCityPasswordProblem>> {
  const refusal = by.id === input.id ? undefined : refusalOf(by, 'city-user/manage')
  if (refusal !== undefined) return refusal
  const isShort = checkPassword(input.password)
  if (isShort !== undefined) return failure(isShort)
  const password = await proveSecret(input.password, city.randomBytes)
  return writeActs(city, OFFICE_LOG, by.id, ({ people }): Result<Decided<null>, SetCityPasswordProblem> => {
    const person = people.get(input.id)
    if (person === undefined || person.withdrawnAt !== null) return failure({ code: 'city-user/unknown' })
    return success({ acts: [{ subject: `city-user:${input.id}`, kind: 'city-user/password-set', body: { password } }], value: null })
  })
}

import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { City } from '../city.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, toReason, type NotAllowed, type ReasonMissing } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { OFFICE_LOG } from './office-log.ts'

export type WithdrawCityUserProblem = NotAllowed | ReasonMissing | Problem & { readonly code: 'city-user/unknown' | 'city-user/last-administrator' }

/** Takes someone's access to the city's pages, at once. The last administrator stays, or nobody could appoint another. */
export async function withdrawCityUser(
  city: City, by: CityActor, input: { readonly id: string, readonly reason: string },
): Promise<Result<null, WithdrawCityUserProblem>> {
  const refusal = refusalOf(by, 'city-user/manage')
  if (refusal !== undefined) return refusal
  const reason = toReason(input.reason)
  if (!reason.ok) return reason
  return writeActs(city, OFFICE_LOG, by.id, ({ people }): Result<Decided<null>, WithdrawCityUserProblem> => {
    const person = people.get(input.id)
    if (person === undefined || person.withdrawnAt !== null) return failure({ code: 'city-user/unknown' })
    const others = [...people.values()].filter(other => other.id !== input.id && other.withdrawnAt === null && other.role === 'administrator')
    if (person.role === 'administrator' && others.length === 0) return failure({ code: 'city-user/last-administrator' })
    return success({ acts: [{ subject: `city-user:${input.id}`, kind: 'city-user/withdrawn', body: { reason: reason.value } }], value: null })
  })
}

import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { activeUsers } from '../../shared/users/fold-users.ts'
import { userSubject } from '../../shared/users/user-acts.ts'
import type { City } from '../city.ts'
import { userActsOf } from '../db/queries/users.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, toReason, type NotAllowed, type ReasonMissing } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { letterbox } from './letterbox.ts'
import { placeOf, type UnitUnknown } from './place-of.ts'
import { foldUnitUsers, newestClock } from './unit-users.ts'
import type { Settling } from './settling.ts'

export type WithdrawUserProblem = NotAllowed | UnitUnknown | ReasonMissing | Settling | Problem & { readonly code: 'user/unknown' }

/**
 * Withdraws someone of a unit, whoever appointed them (rule U4): it holds from the next exchange of each PC on. What they did stays.
 *
 * Problems: `city/not-allowed`, `unit/unknown`, `reason/missing`, `user/unknown`.
 */
export async function withdrawUser(
  city: City, by: CityActor, input: { readonly unit: string, readonly id: string, readonly reason: string },
): Promise<Result<null, WithdrawUserProblem>> {
  const refusal = refusalOf(by, 'user/manage', input.unit)
  if (refusal !== undefined) return refusal
  const place = placeOf(input.unit)
  if (!place.ok) return place
  const reason = toReason(input.reason)
  if (!reason.ok) return reason
  const ofDevices = await userActsOf(city.db, input.unit)
  return writeActs(city, letterbox(input.unit), by.id, (state): Result<Decided<null>, WithdrawUserProblem> => {
    if (!activeUsers(foldUnitUsers(state, ofDevices)).some(({ id }) => id === input.id)) return failure({ code: 'user/unknown' })
    return success({ acts: [{ subject: userSubject(input.id), kind: 'user/withdrawn', body: { reason: reason.value } }], value: null })
  }, newestClock(ofDevices))
}

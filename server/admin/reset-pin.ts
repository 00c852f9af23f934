import { success, type Result } from '../../shared/base/result.ts'
import { activeUsers } from '../../shared/users/fold-users.ts'
import { setPin, type SetPinProblem } from '../../shared/users/set-pin.ts'
import type { City } from '../city.ts'
import { userActsOf } from '../db/queries/users.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, type NotAllowed } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { makePin } from './initial-pin.ts'
import { letterbox } from './letterbox.ts'
import { placeOf, type UnitUnknown } from './place-of.ts'
import { proveSecret } from './secret-proof.ts'
import { foldUnitUsers, newestClock } from './unit-users.ts'
import type { Settling } from './settling.ts'

/** A new first PIN, shown this once. Problems: `city/not-allowed`, `unit/unknown`, `user/unknown`. */
export async function resetPin(
  city: City, by: CityActor, input: { readonly unit: string, readonly id: string },
): Promise<Result<{ readonly pin: string }, NotAllowed | UnitUnknown | Settling | SetPinProblem>> {
  const refusal = refusalOf(by, 'user/manage', input.unit)
  if (refusal !== undefined) return refusal
  const place = placeOf(input.unit)
  if (!place.ok) return place
  const pin = makePin(city.randomBytes)
  const proof = await proveSecret(pin, city.randomBytes)
  const ofDevices = await userActsOf(city.db, input.unit)
  return writeActs(city, letterbox(input.unit), by.id, (state): Result<Decided<{ readonly pin: string }>, SetPinProblem> => {
    const set = setPin({ userId: input.id, pin: proof }, { users: activeUsers(foldUnitUsers(state, ofDevices)) })
    return set.ok ? success({ acts: set.value, value: { pin } }) : set
  }, newestClock(ofDevices))
}

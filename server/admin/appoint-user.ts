import { bytesToHex } from '../../shared/base/id.ts'
import { success, type Result } from '../../shared/base/result.ts'
import { appoint, type AppointProblem } from '../../shared/users/appoint.ts'
import { activeUsers } from '../../shared/users/fold-users.ts'
import type { Role } from '../../shared/users/role.ts'
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

export interface AppointUserInput {
  readonly unit: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** The first PIN, shown this once. */
export interface AppointedUser {
  readonly id: string
  readonly pin: string
}

/**
 * Appoints someone of a unit (rule U4): the unit's PCs learn it with their next exchange.
 *
 * Problems: `city/not-allowed`, `unit/unknown`, `user/name-missing`, `user/role-missing`, `user/twin-name`.
 */
export async function appointUser(
  city: City, by: CityActor, input: AppointUserInput,
): Promise<Result<AppointedUser, NotAllowed | UnitUnknown | Settling | AppointProblem>> {
  const refusal = refusalOf(by, 'user/manage', input.unit)
  if (refusal !== undefined) return refusal
  const place = placeOf(input.unit)
  if (!place.ok) return place
  const pin = makePin(city.randomBytes)
  const proof = await proveSecret(pin, city.randomBytes)
  const id = bytesToHex(city.randomBytes(8))
  const ofDevices = await userActsOf(city.db, input.unit)
  return writeActs(city, letterbox(input.unit), by.id, (state): Result<Decided<AppointedUser>, AppointProblem> => {
    const users = activeUsers(foldUnitUsers(state, ofDevices))
    const appointed = appoint({ name: input.name, roles: [...input.roles], pin: proof }, { users, freshSubject: domain => `${domain}:${id}` })
    return appointed.ok ? success({ acts: appointed.value, value: { id, pin } }) : appointed
  }, newestClock(ofDevices))
}

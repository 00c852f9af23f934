import type { Act, NewAct } from '../../shared/acts/act.ts'
import { bytesToHex } from '../../shared/base/id.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import { appoint } from '../../shared/users/appoint.ts'
import { activeUsers } from '../../shared/users/fold-users.ts'
import type { PinProof, User } from '../../shared/users/user.ts'
import type { City } from '../city.ts'
import { userActsOf } from '../db/queries/users.ts'
import { readState, writeActs, type Decided } from './city-log.ts'
import { refusalOf, type NotAllowed } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { makePin } from './initial-pin.ts'
import { letterbox, type LetterboxState } from './letterbox.ts'
import { proveSecret } from './secret-proof.ts'
import { foldUnitUsers, newestClock } from './unit-users.ts'
import { readUserList, type ListedUser, type UserListProblem, type WrongRow } from './user-list.ts'
import type { Settling } from './settling.ts'

/** Someone of the list with the first PIN, shown this once. */
export interface NewUser {
  readonly unit: string
  readonly name: string
  readonly pin: string
}

/**
 * Appoints everyone of a list (`user-list.ts`), unit by unit, or nobody: a row that cannot be taken is named with its line.
 *
 * Problems: `city/not-allowed`, and those of the list.
 */
export async function appointUsers(
  city: City, by: CityActor, csvText: string,
): Promise<Result<{ readonly users: readonly NewUser[] }, NotAllowed | Settling | UserListProblem>> {
  const refusal = refusalOf(by, 'user/manage')
  if (refusal !== undefined) return refusal
  const list = readUserList(csvText)
  if (!list.ok) return list
  const units = [...new Set(list.value.map(({ unit }) => unit))]
  const actsByUnit = new Map<string, readonly Act[]>()
  for (const unit of units) actsByUnit.set(unit, await userActsOf(city.db, unit))
  const wrong: WrongRow[] = []
  for (const unit of units) wrong.push(...twins(list.value, unit, await readState(city, letterbox(unit)), actsByUnit.get(unit) ?? []))
  if (wrong.length > 0) return failure({ code: 'user-list/rows-wrong', rows: wrong.sort((one, other) => one.line - other.line) })

  const proved = await proveAll(city, list.value)
  const users: NewUser[] = []
  for (const unit of units) {
    const ofDevices = actsByUnit.get(unit) ?? []
    const ofUnit = proved.filter(({ listed }) => listed.unit === unit)
    const written = await writeActs(city, letterbox(unit), by.id, (state): Result<Decided<readonly NewUser[]>, UserListProblem> =>
      decideUnit(state, ofDevices, ofUnit), newestClock(ofDevices))
    // Someone appointed the same name in the same second; who was written before stays, and the list can be given again without them.
    if (!written.ok) return users.length === 0 ? written : success({ users })
    users.push(...written.value)
  }
  return success({ users })
}

interface Proved {
  readonly listed: ListedUser
  readonly id: string
  readonly pin: string
  readonly proof: PinProof
}

function decideUnit(
  state: LetterboxState, ofDevices: readonly Act[], ofUnit: readonly Proved[],
): Result<Decided<readonly NewUser[]>, UserListProblem> {
  const acts: NewAct[] = []
  const known = activeUsers(foldUnitUsers(state, ofDevices))
  for (const { listed, id, proof } of ofUnit) {
    const users = [...known, ...acts.map(({ body }) => body as unknown as User)]
    const appointed = appoint({ name: listed.name, roles: [...listed.roles], pin: proof }, { users, freshSubject: domain => `${domain}:${id}` })
    if (!appointed.ok) return failure({ code: 'user-list/rows-wrong', rows: [{ line: listed.line, code: 'user-list/twin-name', name: listed.name }] })
    acts.push(...appointed.value)
  }
  return success({ acts, value: ofUnit.map(({ listed, pin }) => ({ unit: listed.unit, name: listed.name, pin })) })
}

function twins(list: readonly ListedUser[], unit: string, state: LetterboxState, ofDevices: readonly Act[]): readonly WrongRow[] {
  const names = new Set(activeUsers(foldUnitUsers(state, ofDevices)).map(({ name }) => name.toLowerCase()))
  return list.filter(row => row.unit === unit && names.has(row.name.toLowerCase()))
    .map(({ line, name }) => ({ line, code: 'user-list/twin-name', name }))
}

/** Four at a time, which is as many as the machine derives at once. */
async function proveAll(city: City, list: readonly ListedUser[]): Promise<readonly Proved[]> {
  const proved: Proved[] = []
  for (let i = 0; i < list.length; i += 4) {
    proved.push(...await Promise.all(list.slice(i, i + 4).map(async listed => {
      const pin = makePin(city.randomBytes)
      return { listed, id: bytesToHex(city.randomBytes(8)), pin, proof: await proveSecret(pin, city.randomBytes) }
    })))
  }
  return proved
}

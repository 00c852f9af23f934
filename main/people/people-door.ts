import type { Act } from '../../shared/acts/act.ts'
import { isDay } from '../../shared/base/day.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { OfficePerson, PeopleApi } from '../../shared/bridge/people-api.ts'
import type { Command } from '../../shared/desk/command.ts'
import type { UserState } from '../../shared/users/fold-users.ts'
import { checkPin } from '../../shared/users/pin.ts'
import type { Right } from '../../shared/users/role.ts'
import type { User } from '../../shared/users/user.ts'
import { isFirstPerson, isText } from '../office/first-start-input.ts'
import { provePin } from '../session/pin-proof.ts'
import type { Session } from '../session/session.ts'
import { provePins } from './prove-pins.ts'
import { readWorkOf, type WorkTools } from './work-of.ts'

export interface PeopleTools extends WorkTools {
  readonly users: () => readonly UserState[]
  readonly user: () => User | undefined
  readonly may: (right: Right) => Result<unknown>
  readonly proveSelf: Session['proveSelf']
  readonly perform: (command: Command) => Promise<Result<readonly Act[]>>
}

/** Who works here and what they did; PINs become proofs at this door, nothing behind it ever sees one (rule U2). */
export function openPeopleDoor(tools: PeopleTools): PeopleApi {
  const { perform } = tools
  return {
    list: () => {
      const allowed = tools.may('user/manage')
      return Promise.resolve(allowed.ok ? success(toPeople(tools.users())) : failure(allowed.problem))
    },
    appoint: async person => {
      if (!isFirstPerson(person)) return failure({ code: 'program/input-invalid', fields: [] })
      const proved = await provePins([person])
      return proved.ok ? perform({ verb: 'user/appoint', input: proved.value[0] }) : proved
    },
    setPin: async (userId, pin) => {
      const checked = checkPin(isText(pin) ? pin : '')
      if (!checked.ok) return checked
      return perform({ verb: 'user/set-pin', input: { userId, pin: await provePin(checked.value) } })
    },
    changeOwnPin: async (current, next) => {
      const checked = checkPin(isText(next) ? next : '')
      if (!checked.ok) return checked
      const proved = await tools.proveSelf(isText(current) ? current : '')
      if (!proved.ok) return proved
      if (current === next) return failure({ code: 'user/pin-same' })
      return perform({ verb: 'user/change-own-pin', input: { pin: await provePin(checked.value) } })
    },
    work: async (userId, day) => {
      const user = tools.user()
      if (user === undefined) return failure({ code: 'session/nobody' })
      if (!isText(userId) || !isText(day) || !isDay(day)) return failure({ code: 'program/input-invalid', fields: [] })
      if (userId !== user.id) {
        const looked = await perform({ verb: 'user/read-work', input: { userId, day } })
        if (!looked.ok) return looked
      }
      return success(await readWorkOf(userId, day, tools))
    },
  }
}

function toPeople(states: readonly UserState[]): readonly OfficePerson[] {
  const nameById = new Map(states.map(({ user: { id, name } }) => [id, name]))
  return states.map(({ user: { id, name, roles }, since, withdrawnAt, lockedUntil, heldBack = [] }) => ({
    id, name, roles, since, withdrawnAt, lockedUntil,
    heldBack: heldBack.map(({ kind, by, at }) => ({ what: kind === 'user/withdrawn' ? 'withdrawn' : 'roles-set', byName: nameById.get(by) ?? by, at })),
  }))
}

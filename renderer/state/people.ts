import type { Result } from '../../shared/base/result.ts'
import type { FirstPerson } from '../../shared/bridge/people-api.ts'
import type { Role } from '../../shared/users/role.ts'
import { main } from '../main-api.ts'
import { loadWhoMay } from './session.ts'

/** Each asks the machine to write one change about a person, then asks again who may be here. */
export const people = {
  appoint: (person: FirstPerson) => andThen(main.people.appoint(person)),
  setPin: (userId: string, pin: string) => andThen(main.people.setPin(userId, pin)),
  changeOwnPin: (current: string, next: string) => andThen(main.people.changeOwnPin(current, next)),
  changeRoles: (userId: string, roles: readonly Role[]) => andThen(main.desk.do({ verb: 'user/change-roles', input: { userId, roles } })),
  withdraw: (userId: string, reason: string) => andThen(main.desk.do({ verb: 'user/withdraw', input: { userId, reason } })),
}

/** Also after a problem: a wrong PIN may have locked the screen. */
async function andThen<T>(question: Promise<Result<T>>): Promise<Result<T>> {
  const answer = await question
  await loadWhoMay()
  return answer
}

import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import { whyNotManage, type ManagingProblem } from './may-manage.ts'
import { ROLES } from './role.ts'
import type { UserActKind } from './user-acts.ts'
import type { UserMoment } from './user-moment.ts'
import { PinProof, type User } from './user.ts'

/** Someone to be given a name and a PIN; the digits have been turned into a proof before they come here (rule U2). */
export const AppointInput = Type.Object({
  name: Type.String({ maxLength: 200 }),
  roles: Type.Array(Type.Enum(ROLES), { maxItems: ROLES.length, uniqueItems: true }),
  pin: PinProof,
})
export type AppointInput = Static<typeof AppointInput>

export type AppointProblem = ManagingProblem
  | Problem & { readonly code: 'user/name-missing' | 'user/role-missing' }
  | Problem & { readonly code: 'user/twin-name'; readonly name: string }

/**
 * Appoints a person with a PIN: one act `user/appointed` on a new subject.
 *
 * Problems: `user/name-missing`, `user/role-missing`, `user/director-only`, `user/role-by-city`, and `user/twin-name`
 * because the sign-in screen tells people apart by name alone (rule U1).
 */
export function appoint(input: AppointInput, moment: UserMoment): Result<readonly NewAct[], AppointProblem> {
  const name = normalise(input.name)
  if (name === '') return failure({ code: 'user/name-missing' })
  if (input.roles.length === 0) return failure({ code: 'user/role-missing' })
  const twin = moment.users.find(user => user.name.toLowerCase() === name.toLowerCase())
  if (twin !== undefined) return failure({ code: 'user/twin-name', name: twin.name })
  const refusal = whyNotManage([], input.roles, moment)
  if (refusal !== undefined) return failure(refusal)
  const subject = moment.freshSubject('user')
  const user: User = { id: subject.slice('user:'.length), name, roles: input.roles, pin: input.pin }
  return success([{ subject, kind: 'user/appointed' satisfies UserActKind, body: user }])
}

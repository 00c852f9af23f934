import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { isLastDirector, whyNotManage, type ManagingProblem } from './may-manage.ts'
import { ROLES } from './role.ts'
import { userSubject, type UserActKind } from './user-acts.ts'
import type { UserMoment } from './user-moment.ts'

export const ChangeRolesInput = Type.Object({
  userId: Type.String({ maxLength: 40 }),
  roles: Type.Array(Type.Enum(ROLES), { maxItems: ROLES.length, uniqueItems: true }),
})
export type ChangeRolesInput = Static<typeof ChangeRolesInput>

export type ChangeRolesProblem = ManagingProblem
  | Problem & { readonly code: 'user/unknown' | 'user/role-missing' | 'user/last-director' | 'user/roles-unchanged' }

/**
 * Gives a person other roles (rule U1); they hold at once, also at a desk where that person sits.
 *
 * Problems: `user/unknown`, `user/role-missing`, `user/roles-unchanged`, `user/last-director`, `user/director-only`, `user/role-by-city`.
 */
export function changeRoles(input: ChangeRolesInput, moment: Pick<UserMoment, 'users' | 'author' | 'settings'>): Result<readonly NewAct[], ChangeRolesProblem> {
  const user = moment.users.find(({ id }) => id === input.userId)
  if (user === undefined) return failure({ code: 'user/unknown' })
  const roles = ROLES.filter(role => input.roles.includes(role))
  if (roles.length === 0) return failure({ code: 'user/role-missing' })
  if (roles.length === user.roles.length && roles.every(role => user.roles.includes(role))) return failure({ code: 'user/roles-unchanged' })
  const refusal = whyNotManage(user.roles, roles, moment)
  if (refusal !== undefined) return failure(refusal)
  if (!roles.includes('director') && isLastDirector(user.id, moment.users)) return failure({ code: 'user/last-director' })
  return success([{ subject: userSubject(user.id), kind: 'user/roles-set' satisfies UserActKind, body: { roles } }])
}

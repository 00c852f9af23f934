import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import { isLastDirector, whyNotManage, type ManagingProblem } from './may-manage.ts'
import { userSubject, type UserActKind } from './user-acts.ts'
import type { UserMoment } from './user-moment.ts'

export const WithdrawUserInput = Type.Object({ userId: Type.String({ maxLength: 40 }), reason: Type.String({ maxLength: 1000 }) })
export type WithdrawUserInput = Static<typeof WithdrawUserInput>

export type WithdrawUserProblem = ManagingProblem
  | Problem & { readonly code: 'user/unknown' | 'user/reason-missing' | 'user/last-director' }

/**
 * Takes a person's PIN from them (thôi làm ở đây): an open session ends at once, what they did and what is not sent yet stays (rule U4).
 *
 * Problems: `user/unknown`, `user/reason-missing`, `user/last-director`, `user/director-only`, `user/role-by-city`.
 */
export function withdrawUser(input: WithdrawUserInput, moment: Pick<UserMoment, 'users' | 'author' | 'settings'>): Result<readonly NewAct[], WithdrawUserProblem> {
  const user = moment.users.find(({ id }) => id === input.userId)
  if (user === undefined) return failure({ code: 'user/unknown' })
  const reason = normalise(input.reason)
  if (reason === '') return failure({ code: 'user/reason-missing' })
  const refusal = whyNotManage(user.roles, [], moment)
  if (refusal !== undefined) return failure(refusal)
  if (isLastDirector(user.id, moment.users)) return failure({ code: 'user/last-director' })
  return success([{ subject: userSubject(user.id), kind: 'user/withdrawn' satisfies UserActKind, body: { reason } }])
}

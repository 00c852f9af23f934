import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { whyNotManage, type ManagingProblem } from './may-manage.ts'
import { userSubject, type UserActKind } from './user-acts.ts'
import type { UserMoment } from './user-moment.ts'
import { PinProof } from './user.ts'

export const SetPinInput = Type.Object({ userId: Type.String({ maxLength: 40 }), pin: PinProof })
export type SetPinInput = Static<typeof SetPinInput>

export type SetPinProblem = ManagingProblem | Problem & { readonly code: 'user/unknown' }

/**
 * Gives a person a new PIN, which also ends a lock (rule U2).
 *
 * Problems: `user/unknown`, and `user/director-only` because whoever sets a director's PIN could become one.
 */
export function setPin(input: SetPinInput, moment: Pick<UserMoment, 'users' | 'author'>): Result<readonly NewAct[], SetPinProblem> {
  const user = moment.users.find(({ id }) => id === input.userId)
  if (user === undefined) return failure({ code: 'user/unknown' })
  const refusal = whyNotManage(user.roles, user.roles, moment.author === undefined ? {} : { author: moment.author })
  if (refusal !== undefined) return failure(refusal)
  return success([{ subject: userSubject(input.userId), kind: 'user/pin-set' satisfies UserActKind, body: { pin: input.pin } }])
}

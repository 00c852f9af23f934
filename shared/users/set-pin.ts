import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { userSubject, type UserActKind } from './user-acts.ts'
import type { UserMoment } from './user-moment.ts'
import { PinProof } from './user.ts'

export const SetPinInput = Type.Object({ userId: Type.String({ maxLength: 40 }), pin: PinProof })
export type SetPinInput = Static<typeof SetPinInput>

export interface SetPinProblem extends Problem {
  readonly code: 'user/unknown'
}

/** Gives a person a new PIN, which also ends a lock (rule U2). Problem: `user/unknown`. */
export function setPin(input: SetPinInput, moment: Pick<UserMoment, 'users'>): Result<readonly NewAct[], SetPinProblem> {
  if (!moment.users.some(user => user.id === input.userId)) return failure({ code: 'user/unknown' })
  return success([{ subject: userSubject(input.userId), kind: 'user/pin-set' satisfies UserActKind, body: { pin: input.pin } }])
}

import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { success, type Result } from '../base/result.ts'
import { userSubject, type UserActKind } from './user-acts.ts'
import { PinProof, type User } from './user.ts'

/** The PIN they had was proved at the door; neither of the two comes here as digits (rule U2). */
export const ChangeOwnPinInput = Type.Object({ pin: PinProof })
export type ChangeOwnPinInput = Static<typeof ChangeOwnPinInput>

/** Whoever is signed in takes a new PIN. */
export function changeOwnPin(input: ChangeOwnPinInput, moment: { readonly author: Pick<User, 'id'> }): Result<readonly NewAct[], never> {
  return success([{ subject: userSubject(moment.author.id), kind: 'user/pin-set' satisfies UserActKind, body: { pin: input.pin } }])
}

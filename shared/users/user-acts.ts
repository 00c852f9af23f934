import { Type } from 'typebox'
import { PinProof, User } from './user.ts'

/** The kinds of act on a `user:…` subject and the bodies they carry. */
export const USER_BODIES = {
  'user/appointed': User,
  'user/pin-failed': Type.Object({}),
  'user/pin-set': Type.Object({ pin: PinProof }),
  'user/signed-in': Type.Object({}),
  'user/withdrawn': Type.Object({ reason: Type.String({ maxLength: 1000 }) }),
} as const

export type UserActKind = keyof typeof USER_BODIES

/** The subject of a user's acts. */
export function userSubject(userId: string): string {
  return `user:${userId}`
}

import { Type } from 'typebox'
import { ROLES } from './role.ts'
import { PinProof, User } from './user.ts'

/** The kinds of act on a `user:…` subject, unless another is named, and the bodies they carry. */
export const USER_BODIES = {
  'user/appointed': User,
  'user/pin-failed': Type.Object({}),
  'user/pin-set': Type.Object({ pin: PinProof }),
  'user/roles-set': Type.Object({ roles: Type.Array(Type.Enum(ROLES), { minItems: 1, uniqueItems: true }) }),
  'user/signed-in': Type.Object({}),
  'user/withdrawn': Type.Object({ reason: Type.String({ maxLength: 1000 }) }),
  /** On `work:…`: another person's day was looked at (rule U3). */
  'user/work-read': Type.Object({ day: Type.String({ maxLength: 10 }) }),
} as const

export type UserActKind = keyof typeof USER_BODIES

/** The subject of a user's acts. */
export function userSubject(userId: string): string {
  return `user:${userId}`
}

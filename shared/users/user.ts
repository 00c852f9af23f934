import { Type, type Static } from 'typebox'
import { ROLES } from './role.ts'

/** A PIN as it is kept: scrypt with its own salt and cost (rule U2); the digits are nowhere. */
export const PinProof = Type.Object({
  algorithm: Type.Literal('scrypt'),
  cost: Type.Integer({ minimum: 2 }),
  salt: Type.String({ pattern: '^[0-9a-f]{32}$' }),
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
})
export type PinProof = Static<typeof PinProof>

/** Someone with a PIN (người dùng). */
export const User = Type.Object({
  id: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  roles: Type.Array(Type.Enum(ROLES), { minItems: 1, uniqueItems: true }),
  pin: PinProof,
})
export type User = Static<typeof User>

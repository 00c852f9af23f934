import { Type, type Static } from 'typebox'
import { PinProof } from '../../shared/users/user.ts'
import { CITY_ROLES } from './city-role.ts'

const Words = Type.String({ minLength: 1, maxLength: 1000 })
const Unit = Type.String({ pattern: '^\\d{5}$' })

/** A password as it is kept: scrypt, as a PIN is. */
const Password = PinProof

/**
 * What the city writes for itself: into `city-office`, which no device follows, and looks into `city-looks`.
 *
 * Subjects: `city-user:<id>`, `enrol-code:<id>`, `quarantine:<id>`, `look:<unit>`, `record:city`, `unit:<unit>`.
 */
export const ADMIN_BODIES = {
  'city-user/appointed': Type.Object({
    id: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    /** Folded to lower case: what is typed at the sign-in. */
    signInName: Type.String({ pattern: '^[a-z0-9][a-z0-9.@_-]{1,99}$' }),
    role: Type.Enum(CITY_ROLES),
    unit: Type.Union([Unit, Type.Null()]),
    password: Password,
  }),
  'city-user/password-set': Type.Object({ password: Password }),
  'city-user/withdrawn': Type.Object({ reason: Words }),
  'enrol-code/issued': Type.Object({
    id: Type.String({ maxLength: 40 }),
    /** Of the code as it is compared: without dashes, in capitals. */
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    unit: Unit,
    desk: Type.String({ minLength: 1, maxLength: 100 }),
    deskNumber: Type.Optional(Type.Integer({ minimum: 1, maximum: 19 })),
    training: Type.Boolean(),
    expiresAt: Type.String({ maxLength: 30 }),
  }),
  'enrol-code/used': Type.Object({ device: Type.String({ maxLength: 40 }), publicKey: Type.String({ maxLength: 44 }) }),
  'enrol-code/withdrawn': Type.Object({}),
  'quarantine/decided': Type.Object({ decision: Type.Union([Type.Literal('settled'), Type.Literal('set-aside')]), note: Words }),
  /** On `record:city`: the record is a backup's; what was written after it may still come back from PCs (rule S13). */
  'record/restored': Type.Object({ reason: Words }),
  /** On `unit:<unit>`: every PC of the unit has shown what it holds since then, or an operator waits no longer. */
  'unit/settled': Type.Object({ unit: Unit, reason: Words }),
  'look/taken': Type.Object({
    unit: Unit, subject: Type.String({ maxLength: 100 }), screen: Type.String({ maxLength: 100 }),
  }),
} as const

export type AdminBodies = { readonly [Kind in keyof typeof ADMIN_BODIES]: Static<(typeof ADMIN_BODIES)[Kind]> }
export type AdminActKind = keyof AdminBodies

import { Type, type Static } from 'typebox'
import { CodePattern } from '../units/dossier-code.ts'
import { NumberRange } from '../units/number-range.ts'

const Sha = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Device = Type.String({ pattern: '^[a-z0-9-]{4,40}$' })
const Unit = Type.String({ pattern: '^\\d{5}$' })
const Words = Type.String({ minLength: 1, maxLength: 1000 })

/**
 * What the city writes into a unit's letterbox (log `city-<unit>`) and into its public log (`city-public`), beside the acts on
 * users that `shared/users` knows (rules S2, U4).
 */
export const CITY_BODIES = {
  /** On `device:<id>`: this device belongs to the unit and draws from this range (rules N2, N4). */
  'device/admitted': Type.Object({
    unit: Unit, unitName: Type.String({ maxLength: 200 }), device: Device, desk: Type.String({ minLength: 1, maxLength: 100 }),
    deskNumber: Type.Integer({ minimum: 1, maximum: 19 }), codePattern: CodePattern, numberRange: NumberRange,
    /** base64 of the 32 bytes of its Ed25519 key. */
    publicKey: Type.String({ minLength: 44, maxLength: 44 }),
    training: Type.Boolean(),
    /** The device whose copied or restored folder this one goes on with (rule J9). */
    continues: Type.Optional(Device),
  }),
  /** On `device:<id>` (rule U4). */
  'device/revoked': Type.Object({ reason: Words }),
  /** On `unit:<unit>`: the city has these lines and has read these pages again (rule S8); signed over `confirmationText`. */
  'confirmation/given': Type.Object({
    unit: Unit,
    heads: Type.Record(Device, Type.Object({ seq: Type.Integer({ minimum: 0 }), name: Sha })),
    pages: Type.Array(Sha, { maxItems: 10_000 }),
    signature: Type.String({ minLength: 88, maxLength: 88 }),
  }),
  /**
   * On `unit:<unit>`: a restored city lacks what it had confirmed (rules S8, S13): these logs stand only here now, these pages are gone;
   * signed over `withdrawnText`.
   */
  'confirmation/withdrawn': Type.Object({
    unit: Unit,
    heads: Type.Record(Device, Type.Object({ seq: Type.Integer({ minimum: 0 }), name: Sha })),
    pages: Type.Array(Sha, { maxItems: 10_000 }),
    signature: Type.String({ minLength: 88, maxLength: 88 }),
  }),
  /** On `city:catalogue`, public log: procedures as the catalogue's files hold them, replacing those of the same code. */
  'catalogue/published': Type.Object({ version: Type.String({ minLength: 1, maxLength: 100 }), procedures: Type.Array(Type.Unknown(), { maxItems: 2000 }) }),
  /** On `city:calendar`, public log: one year of holidays as `shared/calendar/holidays` holds it (rules T2, T15). */
  'calendar/published': Type.Object({ year: Type.Integer({ minimum: 2025, maximum: 2100 }), holidays: Type.Unknown() }),
  /** On `city:settings`, public log. */
  'settings/published': Type.Object({ settings: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown()) }),
} as const

export type CityBodies = { readonly [Kind in keyof typeof CITY_BODIES]: Static<(typeof CITY_BODIES)[Kind]> }

export const PUBLIC_LOG = 'city-public'

/** The city's log for one unit (rule S2). */
export function letterboxOf(unit: string): string {
  return `city-${unit}`
}

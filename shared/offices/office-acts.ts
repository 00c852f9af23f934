import { Type, type Static } from 'typebox'
import { Hours } from '../calendar/working-hours.ts'
import { CodePattern } from '../units/dossier-code.ts'
import { NumberRange } from '../units/number-range.ts'

const Line = Type.String({ maxLength: 300 })

/** The texts of the office that stand on every paper. */
export const HeaderBody = Type.Object({ parentAgency: Line, agency: Line, place: Line, address: Line, phone: Line, lookupLink: Line })

/** What this PC prints on, and where its second copy lies. */
export const DeviceSettings = Type.Object({
  printer: Type.Union([Type.String({ minLength: 1, maxLength: 500 }), Type.Null()]),
  paperSize: Type.Union([Type.Literal('A5'), Type.Literal('A4')]),
  secondCopy: Type.Union([Type.String({ minLength: 1, maxLength: 1000 }), Type.Null()]),
})
export type DeviceSettings = Static<typeof DeviceSettings>

const ADDRESS = /^([A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?)?$/

/** Whose books of certification serve all counters (rule N6), null for nobody's, and where that PC is met if it is not found. */
export const KeeperBody = Type.Object({
  device: Type.Union([Type.String({ pattern: '^[a-z0-9-]{4,40}$' }), Type.Null()]),
  /** A name or number on the office network, with a port where it is not the usual one; empty when none is needed. */
  address: Type.String({ pattern: ADDRESS.source }),
})
export type Keeper = Static<typeof KeeperBody>

/** Whether it can be where a PC is met: `pc-quay-1`, `192.168.1.20:47114`, or nothing. */
export function isKeeperAddress(text: string): boolean {
  return ADDRESS.test(text)
}

/** The kinds of act on `device:…` and `office:…` subjects and the bodies they carry. */
export const OFFICE_BODIES = {
  'device/enrolled': Type.Object({
    unit: Type.String({ pattern: '^\\d{5}$' }),
    unitName: Type.String({ minLength: 1, maxLength: 200 }),
    device: Type.String({ pattern: '^[a-z0-9-]{4,40}$' }),
    desk: Type.String({ minLength: 1, maxLength: 100 }),
    deskNumber: Type.Integer({ minimum: 1, maximum: 19 }),
    codePattern: CodePattern,
    numberRange: NumberRange,
    training: Type.Boolean(),
  }),
  'device/settings-set': DeviceSettings,
  'office/header-set': HeaderBody,
  'office/hours-set': Hours,
  'office/keeper-set': KeeperBody,
} as const

export type OfficeBodies = { readonly [Kind in keyof typeof OFFICE_BODIES]: Static<(typeof OFFICE_BODIES)[Kind]> }
export type OfficeActKind = keyof OfficeBodies

export function deviceSubject(device: string): string {
  return `device:${device}`
}

export function officeSubject(unit: string): string {
  return `office:${unit}`
}

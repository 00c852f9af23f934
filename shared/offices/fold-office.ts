import { Value } from 'typebox/value'
import type { Act } from '../acts/act.ts'
import { inFoldingOrder } from '../acts/order.ts'
import { DEFAULT_HOURS, checkHours, type Hours } from '../calendar/working-hours.ts'
import type { Office, OfficeHeader } from '../units/office.ts'
import { deviceSubject, OFFICE_BODIES, officeSubject, type DeviceSettings, type OfficeActKind, type OfficeBodies } from './office-acts.ts'
import { defaultHeader } from './place.ts'

/** Where this PC stands and how it is set up. */
export interface OfficeState {
  readonly office: Office
  readonly hours: Hours
  readonly device: DeviceSettings
}

/**
 * What this PC is, from acts in any order; the last readable act of each kind holds.
 *
 * Undefined before the device was enrolled. Acts of other devices and units are passed over.
 */
export function foldOffice(acts: readonly Act[], device: string): OfficeState | undefined {
  const ordered = inFoldingOrder(acts)
  const enrolled = findLast(ordered, deviceSubject(device), 'device/enrolled')
  if (enrolled === undefined || enrolled.device !== device) return undefined
  const { unit, unitName, desk, codePattern, numberRange, training } = enrolled
  const ofOffice = officeSubject(unit)
  const header: OfficeHeader = findLast(ordered, ofOffice, 'office/header-set') ?? defaultHeader(unitName)
  const hours = checkHours(findLast(ordered, ofOffice, 'office/hours-set'))
  const { printer, paperSize, secondCopy } = findLast(ordered, deviceSubject(device), 'device/settings-set') ?? NO_SETTINGS
  return {
    office: { unit, unitName, device, desk, codePattern, numberRange, training, header: toHeader(header) },
    hours: hours.ok ? toHours(hours.value) : DEFAULT_HOURS,
    device: { printer, paperSize, secondCopy },
  }
}

const NO_SETTINGS: DeviceSettings = { printer: null, paperSize: 'A5', secondCopy: null }

function findLast<Kind extends OfficeActKind>(acts: readonly Act[], subject: string, kind: Kind): OfficeBodies[Kind] | undefined {
  const isReadable = (act: Act): boolean => act.kind === kind && Value.Check(OFFICE_BODIES[kind], act.body)
  const act = acts.findLast(candidate => candidate.subject === subject && isReadable(candidate))
  return act && (act.body as unknown as OfficeBodies[Kind])
}

/** A body carries more than its texts: a salt at least (rule J1). */
function toHeader({ parentAgency, agency, place, address, phone, lookupLink }: OfficeHeader): OfficeHeader {
  return { parentAgency, agency, place, address, phone, lookupLink }
}

function toHours({ sessions, sameDayCutoff }: Hours): Hours {
  return { sessions, sameDayCutoff }
}

import { Value } from 'typebox/value'
import type { Act } from '../acts/act.ts'
import { inFoldingOrder } from '../acts/order.ts'
import { DEFAULT_HOURS, checkHours, type Hours } from '../calendar/working-hours.ts'
import type { Office, OfficeHeader } from '../units/office.ts'
import { letterboxOf } from './city-acts.ts'
import { deviceSubject, OFFICE_BODIES, officeSubject, type DeviceSettings, type Keeper, type OfficeActKind, type OfficeBodies } from './office-acts.ts'
import { defaultHeader } from './place.ts'

/** Where this PC stands and how it is set up. */
export interface OfficeState {
  readonly office: Office
  readonly hours: Hours
  readonly device: DeviceSettings
  /** The desks of the unit by device, as each device's own log or the letterbox names them. */
  readonly desks: Readonly<Record<string, string>>
  /** The city has withdrawn this PC (rule U4): everything can be read, nothing new is begun. */
  readonly revoked: null | { readonly reason: string; readonly at: string }
  /** PCs of the unit that write no more: withdrawn by the city, or gone on from by this one. */
  readonly gone: readonly string[]
  /** Whose books of certification serve all counters (rule N6), as it was named last; it may have been withdrawn since. */
  readonly keeper: Keeper
}

/**
 * What this PC is, from acts in any order; the last readable act of each kind holds.
 *
 * Undefined before the device was enrolled. Acts of other devices and units are passed over. A device that goes on with the
 * folder of others stands where the newest of them stood, without a range until it was enrolled itself (rule N4).
 */
export function foldOffice(acts: readonly Act[], device: string, continues: readonly string[] = []): OfficeState | undefined {
  const ordered = inFoldingOrder(acts)
  const own = findEnrolled(ordered, device)
  const enrolled = own ?? continues.toReversed().map(former => findEnrolled(ordered, former)).find(found => found !== undefined)
  if (enrolled === undefined) return undefined
  const { unit, unitName, desk, codePattern, training } = enrolled
  const numberRange = own?.numberRange ?? null
  const ofOffice = officeSubject(unit)
  const header: OfficeHeader = findLast(ordered, ofOffice, 'office/header-set') ?? defaultHeader(unitName)
  const hours = checkHours(findLast(ordered, ofOffice, 'office/hours-set'))
  const keeper = findLast(ordered, ofOffice, 'office/keeper-set') ?? NO_KEEPER
  const { printer, paperSize, secondCopy } = findLast(ordered, deviceSubject(device), 'device/settings-set') ?? NO_SETTINGS
  return {
    office: { unit, unitName, device, desk, codePattern, numberRange, training, header: toHeader(header) },
    hours: hours.ok ? toHours(hours.value) : DEFAULT_HOURS,
    device: { printer, paperSize, secondCopy },
    revoked: findRevoked(ordered, device, unit),
    desks: desksOf(ordered, unit),
    gone: [...new Set([...continues, ...revokedIn(ordered, unit)])].filter(other => other !== device),
    keeper: { device: keeper.device, address: keeper.address },
  }
}

/** The device that keeps the books of all counters and still writes (rule N6); null where every desk has its own. */
export function keeperInForce({ keeper, gone, desks }: Pick<OfficeState, 'keeper' | 'gone' | 'desks'>): string | null {
  const { device } = keeper
  return device === null || gone.includes(device) || desks[device] === undefined ? null : device
}

const NO_KEEPER: Keeper = { device: null, address: '' }

function findEnrolled(acts: readonly Act[], device: string): OfficeBodies['device/enrolled'] | undefined {
  const enrolled = findLast(acts.filter(act => act.device === device), deviceSubject(device), 'device/enrolled')
  return enrolled?.device === device ? enrolled : undefined
}

function desksOf(acts: readonly Act[], unit: string): OfficeState['desks'] {
  const named = acts.filter(({ kind, device, body }) => body['unit'] === unit && typeof body['desk'] === 'string' &&
    (kind === 'device/admitted' ? device === letterboxOf(unit) : kind === 'device/enrolled' && device === body['device']))
  return Object.fromEntries(named.map(({ body }) => [String(body['device']), String(body['desk'])]))
}

function revokedIn(acts: readonly Act[], unit: string): readonly string[] {
  const revoked = acts.filter(({ kind, device }) => kind === 'device/revoked' && device === letterboxOf(unit))
  return revoked.map(({ subject }) => subject.slice(subject.indexOf(':') + 1))
}

/** Only the unit's letterbox can say it (rule U4). */
function findRevoked(acts: readonly Act[], device: string, unit: string): OfficeState['revoked'] {
  const act = acts.findLast(({ kind, subject, device: log }) =>
    kind === 'device/revoked' && subject === deviceSubject(device) && log === letterboxOf(unit))
  return act === undefined ? null : { reason: typeof act.body['reason'] === 'string' ? act.body['reason'] : '', at: act.at }
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

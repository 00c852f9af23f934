import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import { DEFAULT_HOURS } from '../calendar/working-hours.ts'
import { defaultRange, MAX_DESKS } from '../units/number-range.ts'
import { appoint, AppointInput, type AppointProblem } from '../users/appoint.ts'
import type { User } from '../users/user.ts'
import { deviceSubject, officeSubject, type OfficeActKind, type OfficeBodies } from './office-acts.ts'
import type { Place } from './place.ts'

/** First start: which desk this PC is and who works here; PINs have become proofs before they come here (rule U2). */
export const OpenUnitDecision = Type.Object({
  desk: Type.String({ maxLength: 100 }),
  deskNumber: Type.Integer(),
  people: Type.Array(AppointInput, { maxItems: 100 }),
})
export type OpenUnitDecision = Static<typeof OpenUnitDecision>

/** What a first start may know of its moment. */
export interface OpenUnitMoment {
  /** Undefined when the chosen unit is none that can be opened. */
  readonly place: Place | undefined
  readonly device: string
  readonly training: boolean
  readonly freshSubject: (domain: string) => string
}

export type OpenUnitProblem = AppointProblem
  | Problem & { readonly code: 'office/unit-unknown' | 'office/desk-missing' | 'office/director-missing' }
  | Problem & { readonly code: 'office/desk-number-impossible'; readonly from: number; readonly to: number }

/**
 * The first acts of a PC: its desk and number range, the office's texts and hours, its people.
 *
 * Problems: `office/unit-unknown`, `office/desk-missing`, `office/desk-number-impossible`,
 * `office/director-missing` (nobody could appoint, reset a PIN or change a setting), and those of `appoint`.
 */
export function openUnit(input: OpenUnitDecision, moment: OpenUnitMoment): Result<readonly NewAct[], OpenUnitProblem> {
  const { place, device, training } = moment
  const desk = normalise(input.desk)
  if (place === undefined) return failure({ code: 'office/unit-unknown' })
  if (desk === '') return failure({ code: 'office/desk-missing' })
  if (!isDeskNumber(input.deskNumber)) return failure({ code: 'office/desk-number-impossible', from: 1, to: MAX_DESKS })
  if (!input.people.some(({ roles }) => roles.includes('director'))) return failure({ code: 'office/director-missing' })
  const appointed = appointAll(input.people, moment.freshSubject)
  if (!appointed.ok) return appointed

  const { unit, unitName, codePattern, header } = place
  const { deskNumber } = input
  const enrolled = { unit, unitName, device, desk, deskNumber, codePattern, numberRange: defaultRange(deskNumber), training }
  return success([
    toAct(deviceSubject(device), 'device/enrolled', enrolled),
    toAct(officeSubject(unit), 'office/header-set', { ...header }),
    toAct(officeSubject(unit), 'office/hours-set', DEFAULT_HOURS),
    toAct(deviceSubject(device), 'device/settings-set', { printer: null, paperSize: 'A5', secondCopy: null }),
    ...appointed.value,
  ])
}

function appointAll(
  people: OpenUnitDecision['people'], freshSubject: OpenUnitMoment['freshSubject'],
): Result<readonly NewAct[], AppointProblem> {
  const acts: NewAct[] = []
  for (const person of people) {
    const appointed = appoint(person, { users: acts.map(({ body }) => body as unknown as User), freshSubject })
    if (!appointed.ok) return appointed
    acts.push(...appointed.value)
  }
  return success(acts)
}

function toAct<Kind extends OfficeActKind>(subject: string, kind: Kind, body: OfficeBodies[Kind]): NewAct {
  return { subject, kind, body }
}

function isDeskNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= MAX_DESKS
}

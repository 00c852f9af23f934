import { bytesToHex } from '../../shared/base/id.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { normalise } from '../../shared/base/text.ts'
import { MAX_DESKS } from '../../shared/units/number-range.ts'
import type { City } from '../city.ts'
import { sha256 } from '../record/sha256.ts'
import { writeActs } from './city-log.ts'
import { refusalOf, type NotAllowed } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { bareEnrolCode, enrolmentText, makeCode } from './enrol-code-text.ts'
import { OFFICE_LOG } from './office-log.ts'
import { placeOf, type UnitUnknown } from './place-of.ts'

export interface IssueCodeInput {
  readonly unit: string
  /** What the desk is called, `Quầy 2`. */
  readonly desk: string
  readonly deskNumber?: number
  /** 1–30, default 7. */
  readonly expiresInDays?: number
  readonly training?: boolean
}

export interface IssuedCode {
  readonly id: string
  /** Shown this once; kept only as its sum. */
  readonly code: string
  readonly expiresAt: string
  /** For the QR, and for the file that is carried to the PC. */
  readonly text: string
}

export type IssueCodeProblem = NotAllowed | UnitUnknown
  | Problem & { readonly code: 'enrol-code/desk-missing' | 'enrol-code/desk-number-impossible' | 'enrol-code/expiry-impossible' }

const DEFAULT_DAYS = 7
const MOST_DAYS = 30
const DAY_MS = 86_400_000

/** Makes a code that admits one PC, once, until it expires. Problems: see IssueCodeProblem. */
export async function issueCode(city: City, by: CityActor, input: IssueCodeInput): Promise<Result<IssuedCode, IssueCodeProblem>> {
  const refusal = refusalOf(by, 'device/manage', input.unit)
  if (refusal !== undefined) return refusal
  const place = placeOf(input.unit)
  if (!place.ok) return place
  const { unit, deskNumber, expiresInDays = DEFAULT_DAYS, training = false } = input
  const desk = normalise(input.desk).slice(0, 100)
  if (desk === '') return failure({ code: 'enrol-code/desk-missing' })
  if (deskNumber !== undefined && !isWithin(deskNumber, MAX_DESKS)) return failure({ code: 'enrol-code/desk-number-impossible' })
  if (!isWithin(expiresInDays, MOST_DAYS)) return failure({ code: 'enrol-code/expiry-impossible' })

  const code = makeCode(city.randomBytes)
  const id = bytesToHex(city.randomBytes(8))
  const expiresAt = new Date(city.now() + expiresInDays * DAY_MS).toISOString()
  const body = {
    id, sha256: sha256(bareEnrolCode(code) ?? ''), unit, desk, ...(deskNumber === undefined ? {} : { deskNumber }), training, expiresAt,
  }
  return writeActs(city, OFFICE_LOG, by.id, () =>
    success({ acts: [{ subject: `enrol-code:${id}`, kind: 'enrol-code/issued', body }], value: { id, code, expiresAt, text: enrolmentText(city, code) } }))
}

function isWithin(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most
}

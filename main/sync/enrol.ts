import type { Act, NewAct } from '../../shared/acts/act.ts'
import { Value } from 'typebox/value'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { CITY_BODIES, letterboxOf, type CityBodies } from '../../shared/offices/city-acts.ts'
import type { OfficeState } from '../../shared/offices/fold-office.ts'
import { deviceSubject } from '../../shared/offices/office-acts.ts'
import { enrolText } from '../../shared/sync/signed-texts.ts'
import type { EnrolRequest } from '../../shared/sync/protocol.ts'
import type { CityChoice, KnownCity } from './city-file.ts'
import type { EnrolCode } from './enrol-code.ts'
import type { Transport } from './transports/transport.ts'

/** A name that signs: this PC's, or the one whose folder it goes on with (rule J9). */
export interface Signer {
  readonly device: string
  /** base64 of the Ed25519 signature over a text. */
  readonly sign: (text: string) => string
}

export interface Enroller extends Signer {
  /** base64 of 32 bytes. */
  readonly publicKey: string
  readonly program: string
}

/**
 * Makes this PC a device of the city that the code is for; the same code may be sent again by the same PC.
 *
 * Problems: those of the road, `enrol/…`, `sync/city-unlike` when whoever answered has another key than the code says.
 */
export async function enrolByCode(me: Enroller, { code, city }: EnrolCode, road: Pick<Transport, 'enrol'>): Promise<Result<KnownCity>> {
  return enrol(me, { code }, code, city, road)
}

/** Makes this PC a device of its own, going on with the folder of another (rules J9, N4). */
export async function enrolByCopy(me: Enroller, original: Signer, city: KnownCity, road: Pick<Transport, 'enrol'>): Promise<Result<KnownCity>> {
  const proof = original.sign(enrolText({ device: me.device, publicKey: me.publicKey, by: original.device }))
  return enrol(me, { continues: { device: original.device, proof } }, original.device, city, road)
}

async function enrol(
  { device, publicKey, sign, program }: Enroller, how: Pick<EnrolRequest, 'code' | 'continues'>, by: string, city: CityChoice,
  road: Pick<Transport, 'enrol'>,
): Promise<Result<KnownCity>> {
  const answer = await road.enrol({ device, publicKey, proof: sign(enrolText({ device, publicKey, by })), ...how, program })
  if (!answer.ok) return answer
  const { unit, city: { name, publicKey: cityKey } } = answer.value
  if (city.publicKey !== undefined && city.publicKey !== cityKey) return failure({ code: 'sync/city-unlike' })
  return success({ address: city.address, name, publicKey: cityKey, unit })
}

/** What the city gave this PC, from the acts on its subject; only the letterbox can say it. */
export function findAdmission(acts: readonly Act[], device: string, unit: string): CityBodies['device/admitted'] | undefined {
  const act = acts.findLast(({ kind, device: log, body }) =>
    kind === 'device/admitted' && log === letterboxOf(unit) && Value.Check(CITY_BODIES['device/admitted'], body))
  const body = act?.body as CityBodies['device/admitted'] | undefined
  return body?.device === device ? body : undefined
}

/** The act that opens the office in this PC's own log as the city admitted it (rules N2, N4); undefined when the log says so already. */
export function openingBy(admitted: CityBodies['device/admitted'], acts: readonly Act[]): NewAct | undefined {
  const { unit, unitName, device, desk, deskNumber, codePattern, numberRange, training } = admitted
  const body = { unit, unitName, device, desk, deskNumber, codePattern: { ...codePattern }, numberRange: { ...numberRange }, training }
  const last = acts.findLast(act => act.kind === 'device/enrolled' && act.device === device)?.body
  const isSo = last !== undefined && last['unit'] === unit && last['desk'] === desk && Value.Equal(last['numberRange'], body.numberRange)
  return isSo ? undefined : { subject: deviceSubject(device), kind: 'device/enrolled', body }
}

/** An office that stands in one unit is not moved to another by a code. */
export function unitProblem(city: KnownCity, standing: OfficeState | undefined): Problem | undefined {
  return standing === undefined || standing.office.unit === city.unit ? undefined : { code: 'sync/another-unit' }
}

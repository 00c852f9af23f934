import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { normalise } from '../../shared/base/text.ts'
import { isCityLog } from '../../shared/acts/city-log.ts'
import { letterboxOf, PUBLIC_LOG } from '../../shared/offices/city-acts.ts'
import type { EnrolAnswer, EnrolRequest } from '../../shared/sync/protocol.ts'
import { enrolText } from '../../shared/sync/signed-texts.ts'
import { admitDevice, type Admission, type AdmitProblem } from '../admin/admit-device.ts'
import { readState, writeActs, type Decided } from '../admin/city-log.ts'
import { bareEnrolCode } from '../admin/enrol-code-text.ts'
import { findDevice } from '../admin/find-device.ts'
import { OFFICE_LOG, type EnrolCode } from '../admin/office-log.ts'
import { placeOf } from '../admin/place-of.ts'
import type { City } from '../city.ts'
import { sha256 } from '../record/sha256.ts'
import { isSignedBy } from './signature.ts'
import { usedRanges } from './used-ranges.ts'

export type EnrolProblem = AdmitProblem | Problem & {
  readonly code: 'enrol/code-wrong' | 'enrol/code-used' | 'enrol/code-expired' | 'enrol/proof-wrong' | 'sync/device-unknown' | 'sync/device-revoked'
}

/**
 * Admits a PC by a code, or as the copy of one already known (rules J9, N4); the same request again gets the same answer.
 *
 * The key proves itself first: whoever cannot sign with it learns nothing about codes.
 */
export async function enrolDevice(city: City, request: EnrolRequest): Promise<Result<EnrolAnswer, EnrolProblem>> {
  const { device, publicKey, code, continues } = request
  const by = continues?.device ?? code ?? ''
  const text = enrolText({ device, publicKey, by })
  if (isCityLog(device)) return failure({ code: 'enrol/device-taken' })
  if (!isSignedBy(publicKey, text, request.proof)) return failure({ code: 'enrol/proof-wrong' })
  const admission = continues === undefined ? await byCode(city, request) : await byCopy(city, request, continues, text)
  if (!admission.ok) return admission
  const { place } = admission.value
  // Found in another unit's letterbox too: a device's name is one log, and belongs to one unit.
  const known = await findDevice(city, device)
  const isTaken = known !== undefined && (known.unit !== place.unit || known.publicKey !== publicKey || known.revokedAt !== null)
  if (isTaken) return failure({ code: 'enrol/device-taken' })
  if (continues === undefined) {
    const used = await useCode(city, code ?? '', device, publicKey)
    if (!used.ok) return used
  }
  const admitted = await admitDevice(city, admission.value, await usedRanges(city, place.unit, device), 'city')
  if (!admitted.ok) return admitted
  return success({
    unit: place.unit, city: { name: city.name, publicKey: city.keys.publicKey }, follows: [PUBLIC_LOG, letterboxOf(place.unit)],
  })
}

async function byCode(city: City, { device, publicKey, code = '', desk = '' }: EnrolRequest): Promise<Result<Admission, EnrolProblem>> {
  const found = await usableCode(city, code, device, publicKey)
  if (!found.ok) return found
  const place = placeOf(found.value.unit)
  if (!place.ok) return failure({ code: 'enrol/code-wrong' })
  const { desk: named, deskNumber, training } = found.value
  return success({ place: place.value, device, publicKey, desk: named === '' ? normalise(desk) : named, deskNumber, training, continues: null })
}

async function byCopy(
  city: City, { device, publicKey }: EnrolRequest, continues: NonNullable<EnrolRequest['continues']>, text: string,
): Promise<Result<Admission, EnrolProblem>> {
  const original = await findDevice(city, continues.device)
  if (original === undefined) return failure({ code: 'sync/device-unknown' })
  if (!isSignedBy(original.publicKey, text, continues.proof)) return failure({ code: 'enrol/proof-wrong' })
  if (original.revokedAt !== null) return failure({ code: 'sync/device-revoked' })
  const place = placeOf(original.unit)
  if (!place.ok) return failure({ code: 'sync/device-unknown' })
  const { desk, deskNumber, training } = original
  return success({ place: place.value, device, publicKey, desk, deskNumber, training, continues: continues.device })
}

async function usableCode(city: City, typed: string, device: string, publicKey: string): Promise<Result<EnrolCode, EnrolProblem>> {
  const { codes, codeIdBySha256 } = await readState(city, OFFICE_LOG)
  return judge(codes.get(codeIdBySha256.get(sha256(bareEnrolCode(typed) ?? '')) ?? ''), city, device, publicKey)
}

/** Marks the code used by this device before the device is admitted: after a crash between the two the same device goes on. */
async function useCode(city: City, typed: string, device: string, publicKey: string): Promise<Result<null, EnrolProblem>> {
  return writeActs(city, OFFICE_LOG, 'city', ({ codes, codeIdBySha256 }): Result<Decided<null>, EnrolProblem> => {
    const code = judge(codes.get(codeIdBySha256.get(sha256(bareEnrolCode(typed) ?? '')) ?? ''), city, device, publicKey)
    if (!code.ok) return code
    if (code.value.usedBy !== null) return success({ acts: [], value: null })
    return success({ acts: [{ subject: `enrol-code:${code.value.id}`, kind: 'enrol-code/used', body: { device, publicKey } }], value: null })
  })
}

function judge(code: EnrolCode | undefined, city: City, device: string, publicKey: string): Result<EnrolCode, EnrolProblem> {
  if (code === undefined || code.withdrawnAt !== null) return failure({ code: 'enrol/code-wrong' })
  if (code.usedBy !== null) {
    return code.usedBy.device === device && code.usedBy.publicKey === publicKey ? success(code) : failure({ code: 'enrol/code-used' })
  }
  return Date.parse(code.expiresAt) < city.now() ? failure({ code: 'enrol/code-expired' }) : success(code)
}

import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { deviceSubject } from '../../shared/offices/office-acts.ts'
import type { City } from '../city.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, toReason, type NotAllowed, type ReasonMissing } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { letterbox } from './letterbox.ts'
import { placeOf, type UnitUnknown } from './place-of.ts'
import type { Settling } from './settling.ts'

export type RevokeDeviceProblem = NotAllowed | UnitUnknown | ReasonMissing | Settling
  | Problem & { readonly code: 'device/unknown' | 'device/revoked-already' }

/**
 * Takes a PC's leave to send (rule U4): what it sends from now on goes to quarantine, nothing of it is lost.
 *
 * Problems: `city/not-allowed`, `unit/unknown`, `reason/missing`, `device/unknown`, `device/revoked-already`.
 */
export async function revokeDevice(
  city: City, by: CityActor, input: { readonly unit: string, readonly device: string, readonly reason: string },
): Promise<Result<null, RevokeDeviceProblem>> {
  const refusal = refusalOf(by, 'device/manage', input.unit)
  if (refusal !== undefined) return refusal
  const place = placeOf(input.unit)
  if (!place.ok) return place
  const reason = toReason(input.reason)
  if (!reason.ok) return reason
  return writeActs(city, letterbox(input.unit), by.id, ({ devices }): Result<Decided<null>, RevokeDeviceProblem> => {
    const device = devices.get(input.device)
    if (device === undefined) return failure({ code: 'device/unknown' })
    if (device.revokedAt !== null) return failure({ code: 'device/revoked-already' })
    return success({ acts: [{ subject: deviceSubject(device.device), kind: 'device/revoked', body: { reason: reason.value } }], value: null })
  })
}

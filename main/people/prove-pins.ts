import { success, type Result } from '../../shared/base/result.ts'
import type { FirstPerson } from '../../shared/bridge/people-api.ts'
import type { AppointInput } from '../../shared/users/appoint.ts'
import { checkPin } from '../../shared/users/pin.ts'
import { provePin } from '../session/pin-proof.ts'

/** People to be appointed, their digits turned into proofs (rule U2). Problems: `user/pin-malformed`, `user/pin-weak`. */
export async function provePins(people: readonly FirstPerson[]): Promise<Result<AppointInput[]>> {
  const proved: AppointInput[] = []
  for (const { name, roles, pin } of people) {
    const checked = checkPin(pin)
    if (!checked.ok) return checked
    proved.push({ name, roles: [...roles], pin: await provePin(checked.value) })
  }
  return success(proved)
}

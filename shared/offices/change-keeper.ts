import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { Office } from '../units/office.ts'
import { officeSubject, type Keeper } from './office-acts.ts'

export interface NoSuchKeeper extends Problem {
  readonly code: 'office/keeper-unknown'
}

/**
 * Names the device whose books of certification serve all counters, or nobody's (rule N6). Numbers given before stay where they are.
 *
 * Problem: `office/keeper-unknown` for a device that is none of the unit's, or writes no more.
 */
export function changeKeeper(input: Keeper, moment: {
  readonly office: Pick<Office, 'unit'>; readonly desks: Readonly<Record<string, string>>; readonly goneDevices: readonly string[]
}): Result<readonly NewAct[], NoSuchKeeper> {
  const { device, address } = input
  if (device !== null && (moment.desks[device] === undefined || moment.goneDevices.includes(device))) {
    return failure({ code: 'office/keeper-unknown' })
  }
  const body: Keeper = { device, address: device === null ? '' : address }
  return success([{ subject: officeSubject(moment.office.unit), kind: 'office/keeper-set', body: { ...body } }])
}

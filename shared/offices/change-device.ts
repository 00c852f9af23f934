import type { NewAct } from '../acts/act.ts'
import { success, type Result } from '../base/result.ts'
import type { Office } from '../units/office.ts'
import { deviceSubject, type DeviceSettings } from './office-acts.ts'

/** Sets what this PC prints on and where its second copy lies. Whether the folder can be written is for the machine to say. */
export function changeDevice(input: DeviceSettings, moment: { readonly office: Pick<Office, 'device'> }): Result<readonly NewAct[], never> {
  const { printer, paperSize, secondCopy } = input
  return success([{ subject: deviceSubject(moment.office.device), kind: 'device/settings-set', body: { printer, paperSize, secondCopy } }])
}

import type { NewAct } from '../acts/act.ts'
import { success, type Result } from '../base/result.ts'
import { checkHours, type Hours, type HoursProblem } from '../calendar/working-hours.ts'
import type { Office } from '../units/office.ts'
import { officeSubject } from './office-acts.ts'

/** Sets when this office works (rule T2); due days promised before stay as promised. Problem: `calendar/hours-invalid`. */
export function changeHours(input: Hours, moment: { readonly office: Pick<Office, 'unit'> }): Result<readonly NewAct[], HoursProblem> {
  const checked = checkHours(input)
  if (!checked.ok) return checked
  const { sessions, sameDayCutoff } = checked.value
  return success([{ subject: officeSubject(moment.office.unit), kind: 'office/hours-set', body: { sessions, sameDayCutoff } }])
}

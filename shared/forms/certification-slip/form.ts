import { dayOfInstant } from '../../base/day.ts'
import type { Certification } from '../../certification/certification.ts'
import type { Form } from '../form.ts'
import { layoutCertificationSlip } from './layout.ts'

/** When the papers can be collected, where that is not today (rule T7, TT 01/2020/TT-BTP, Art. 2). */
export const certificationSlip: Form<'certification-slip', Certification> = {
  name: 'certification-slip',
  number: null,
  title: 'Giấy hẹn trả kết quả chứng thực',
  layout: (visit, print) => layoutCertificationSlip(certificationSlip, visit, print),
}

/** Whether the person must come back: the papers are not ready on the day they were brought. */
export function needsSlip({ state, at, dueOn }: Pick<Certification, 'state' | 'at' | 'dueOn'>): boolean {
  return state === 'certified' && dueOn !== undefined && dueOn > dayOfInstant(at)
}

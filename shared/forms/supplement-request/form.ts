import type { Form } from '../form.ts'
import { layoutSupplementRequest } from './layout.ts'

/** Form 02 for a dossier that has been received (rule L6): the clock stands still until it is answered. */
export const supplementRequest: Form<'supplement-request'> = {
  name: 'supplement-request',
  number: '02',
  title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  layout: (dossier, print) => layoutSupplementRequest(supplementRequest, dossier, print),
}

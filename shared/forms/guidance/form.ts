import type { Form } from '../form.ts'
import { layoutGuidance } from './layout.ts'

/** Form 02 (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ). Guidance draws no number and starts no clock (rule L2). */
export const guidance: Form = {
  name: 'guidance',
  number: '02',
  title: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  layout: (dossier, print) => layoutGuidance(guidance, dossier, print),
}

import type { Form } from '../form.ts'
import { layoutRefusal } from './layout.ts'

/** Form 03 (phiếu từ chối tiếp nhận giải quyết hồ sơ). */
export const refusal: Form = {
  name: 'refusal',
  number: '03',
  title: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  layout: (dossier, print) => layoutRefusal(refusal, dossier, print),
}

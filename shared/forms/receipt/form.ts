import type { Form } from '../form.ts'
import { layoutReceipt } from './layout.ts'

/** Form 01 (giấy tiếp nhận hồ sơ và hẹn trả kết quả). */
export const receipt: Form = {
  name: 'receipt',
  number: '01',
  title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  layout: (dossier, print) => layoutReceipt(receipt, dossier, print),
}

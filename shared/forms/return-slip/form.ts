import type { Form } from '../form.ts'
import { layoutReturnSlip } from './layout.ts'

/** The slip the person signs for a result (giấy biên nhận trả kết quả), rule L12. */
export const returnSlip: Form<'return-slip'> = {
  name: 'return-slip',
  number: null,
  title: 'Giấy biên nhận trả kết quả',
  layout: (dossier, print) => layoutReturnSlip(returnSlip, dossier, print),
}

import type { Form } from '../form.ts'
import { layoutApology } from './layout.ts'

/** Form 04 (văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết), rule L15. */
export const apology: Form<'apology'> = {
  name: 'apology',
  number: '04',
  title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
  layout: (dossier, print) => layoutApology(apology, dossier, print),
}

import type { Form } from '../form.ts'
import type { RegisterPrint } from '../page/register-print.ts'
import { layoutRegister } from './layout.ts'

/** Any other book, list or report; it bears the title of what is printed. */
export const register: Form<'register', RegisterPrint> = {
  name: 'register',
  number: null,
  title: 'Sổ',
  layout: (printed, print) => layoutRegister(register, printed, print),
}

import type { Html } from '../../base/html.ts'
import type { Form, PrintMoment } from '../form.ts'
import { bookSheet } from '../page/book-sheet.ts'
import { registerClosing, registerHead, registerLines, type RegisterPrint } from '../page/register-print.ts'

/** The columns are the register's own, which are data. */
export function layoutDossierRegister(form: Form<'dossier-register', RegisterPrint>, register: RegisterPrint, print: PrintMoment): Html {
  const closing = registerClosing(register, print)
  return bookSheet(form, registerHead(form, register, print), print, {
    table: { ...register.table, title: form.title }, lines: registerLines(register, print), closing,
    ...(register.totals === undefined ? {} : { totals: register.totals }),
  })
}

import type { Html } from '../../base/html.ts'
import type { Form, PrintMoment } from '../form.ts'
import { bookSheet } from '../page/book-sheet.ts'
import { registerClosing, registerHead, registerLines, type RegisterPrint } from '../page/register-print.ts'

/** The table under its own title, with the statement that closes it. */
export function layoutRegister(form: Form<'register', RegisterPrint>, printed: RegisterPrint, print: PrintMoment): Html {
  const { table, totals } = printed
  return bookSheet(form, registerHead(table, printed, print), print, {
    table, lines: registerLines(printed, print), closing: registerClosing(printed, print), ...(totals === undefined ? {} : { totals }),
  })
}

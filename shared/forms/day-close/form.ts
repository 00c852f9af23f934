import type { Form } from '../form.ts'
import { layoutDayClose } from './layout.ts'
import type { DayStatement } from './statement.ts'

/** The statement of a day (bản kết ngày): what is safe at the city, what is on its way, what a person must do. */
export const dayClose: Form<'day-close', DayStatement> = {
  name: 'day-close',
  number: null,
  title: 'Bản kết ngày',
  layout: (statement, print) => layoutDayClose(dayClose, statement, print),
}

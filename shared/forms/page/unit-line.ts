import type { Html } from '../../base/html.ts'
import type { PrintMoment } from '../form.ts'
import { formField } from './form-field.ts'

/** Which counter this is: agency and desk. */
export function unitLine({ office }: PrintMoment): Html {
  return formField('Bộ phận tiếp nhận và trả kết quả', [office.header.agency, office.desk].filter(text => text !== '').join(', '))
}

import type { Dossier } from '../../dossiers/dossier.ts'
import type { Form } from '../form.ts'
import { layoutShelfLabels } from './layout.ts'

/** Labels for the shelf (nhãn kệ hồ sơ), many on a sheet: an aid of the office, whose printing is no act. */
export const shelfLabel: Form<'shelf-label', readonly Dossier[]> = {
  name: 'shelf-label',
  number: null,
  title: 'Nhãn kệ hồ sơ',
  layout: (dossiers, print) => layoutShelfLabels(shelfLabel, dossiers, print),
}

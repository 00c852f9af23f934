import type { Form } from '../form.ts'
import { layoutControlSheet } from './layout.ts'

/** Form 06 (phiếu kiểm soát quá trình giải quyết hồ sơ): every hand the dossier went through (rules L4, L5). */
export const controlSheet: Form<'control-sheet'> = {
  name: 'control-sheet',
  number: '06',
  title: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  layout: (dossier, print) => layoutControlSheet(controlSheet, dossier, print),
}

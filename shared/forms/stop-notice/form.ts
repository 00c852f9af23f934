import type { Form } from '../form.ts'
import { layoutStopNotice } from './layout.ts'

/** Form 05 (thông báo dừng giải quyết hồ sơ), rules L13, L14: stopped, refused after appraisal, or taken back by the person. */
export const stopNotice: Form<'stop-notice'> = {
  name: 'stop-notice',
  number: '05',
  title: 'Thông báo dừng giải quyết hồ sơ',
  layout: (dossier, print) => layoutStopNotice(stopNotice, dossier, print),
}

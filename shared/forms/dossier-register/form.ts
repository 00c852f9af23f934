import type { Form } from '../form.ts'
import { layoutDossierRegister } from './layout.ts'
import type { RegisterPrint } from '../page/register-print.ts'

/** Form 07 (sổ theo dõi hồ sơ): the dossiers of a period with the statement that closes it. */
export const dossierRegister: Form<'dossier-register', RegisterPrint> = {
  name: 'dossier-register',
  number: '07',
  title: 'Sổ theo dõi hồ sơ',
  layout: (register, print) => layoutDossierRegister(dossierRegister, register, print),
}

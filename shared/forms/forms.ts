import type { DossierForm } from '../dossiers/print-form.ts'
import type { Form } from './form.ts'
import { guidance } from './guidance/form.ts'
import { receipt } from './receipt/form.ts'
import { refusal } from './refusal/form.ts'

/** Every form we print. */
export const FORMS = [guidance, receipt, refusal] as const satisfies readonly Form[]

/** The form of this name. */
export function getForm(name: DossierForm): Form {
  const form = FORMS.find(each => each.name === name)
  if (form === undefined) throw new Error('No such form')
  return form
}

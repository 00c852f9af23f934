import type { DossierForm } from '../dossiers/print-form.ts'
import { coverSheet } from './cover-sheet/form.ts'
import { dayClose } from './day-close/form.ts'
import type { Form } from './form.ts'
import { guidance } from './guidance/form.ts'
import { receipt } from './receipt/form.ts'
import { refusal } from './refusal/form.ts'

/** Every form we print. */
export const FORMS = [coverSheet, dayClose, guidance, receipt, refusal] as const

const OF_DOSSIERS: readonly Form[] = [guidance, receipt, refusal]

/** The form of a dossier that has this name. */
export function getForm(name: DossierForm): Form {
  const form = OF_DOSSIERS.find(each => each.name === name)
  if (form === undefined) throw new Error('No such form')
  return form
}

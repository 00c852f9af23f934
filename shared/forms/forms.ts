import type { DossierForm } from '../dossiers/print-form.ts'
import { apology } from './apology/form.ts'
import { bookClosing } from './book-closing/form.ts'
import { certificationRefusal } from './certification-refusal/form.ts'
import { certificationSlip } from './certification-slip/form.ts'
import { certificationWords } from './certification-words/form.ts'
import { controlSheet } from './control-sheet/form.ts'
import { coverSheet } from './cover-sheet/form.ts'
import { dayClose } from './day-close/form.ts'
import { dossierRegister } from './dossier-register/form.ts'
import { feeReceipt } from './fee-receipt/form.ts'
import { feeReceiptOfDossier } from './fee-receipt/of-dossier.ts'
import type { Form } from './form.ts'
import { guidance } from './guidance/form.ts'
import { handOverList } from './hand-over-list/form.ts'
import { receipt } from './receipt/form.ts'
import { refusal } from './refusal/form.ts'
import { register } from './register/form.ts'
import { returnSlip } from './return-slip/form.ts'
import { shelfLabel } from './shelf-label/form.ts'
import { stopNotice } from './stop-notice/form.ts'
import { supplementRequest } from './supplement-request/form.ts'

/** Every form we print. */
export const FORMS = [
  apology, bookClosing, certificationRefusal, certificationSlip, certificationWords, controlSheet, coverSheet, dayClose, dossierRegister,
  feeReceipt, guidance, handOverList, receipt, refusal, register, returnSlip, shelfLabel, stopNotice, supplementRequest,
] as const

const OF_DOSSIERS: readonly Form[] = [
  apology, controlSheet, feeReceiptOfDossier, guidance, receipt, refusal, returnSlip, stopNotice, supplementRequest,
]

/** The form of a dossier that has this name. */
export function getForm(name: DossierForm): Form {
  const form = OF_DOSSIERS.find(each => each.name === name)
  if (form === undefined) throw new Error('No such form')
  return form
}

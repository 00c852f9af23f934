import { dayOfInstant, formatTime } from '../../base/day.ts'
import { normalise } from '../../base/text.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import { isOrganisation } from '../../people/person.ts'
import type { Form, PrintMoment } from '../form.ts'
import type { QrPart } from './qr-pattern.ts'

/**
 * What the QR of a paper says (rule N7), e.g. `H13.31-261125-0507|1.004873|…`.
 *
 * Only a receipt has a due day. A part without a value stays empty, so that the others keep
 * their places; a separator inside a value becomes a blank for the same reason.
 */
export function qrText(form: Pick<Form, 'name' | 'title'>, dossier: Dossier, print: PrintMoment): string {
  const { separator, order } = print.qrPattern
  const parts = order.filter(part => part !== 'dueOn' || form.name === 'receipt')
  return parts.map(part => normalise(valueOf(part, form, dossier, print).replaceAll(separator, ' '))).join(separator)
}

function valueOf(part: QrPart, form: Pick<Form, 'title'>, dossier: Dossier, print: PrintMoment): string {
  switch (part) {
    case 'dossierCode':
      return dossier.code ?? ''
    case 'procedureCode':
      return dossier.procedure.code
    case 'number':
      return numberOf(dossier)
    case 'formTitle':
      return form.title
    case 'systemName':
      return print.systemName
    case 'printedAt':
      return `${dayOfInstant(print.printedAt)} ${formatTime(print.printedAt)}`
    case 'dueOn':
      return dossier.due?.dueOn ?? ''
  }
}

/** The owner's number stands for the dossier; the applicant's when there is no other owner. */
function numberOf({ owner, applicant }: Dossier): string {
  if (owner === undefined) return applicant.personalNumber ?? ''
  return (isOrganisation(owner) ? owner.number : owner.personalNumber) ?? ''
}

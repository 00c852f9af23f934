import { dayOfInstant, formatTime } from '../../base/day.ts'
import { normalise } from '../../base/text.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import { isOrganisation } from '../../people/person.ts'
import type { Form, PrintMoment } from '../form.ts'
import type { QrPart } from './qr-pattern.ts'

/** What the QR of a dossier's paper says (rule N7), e.g. `H13.31-261125-0507|1.004873|…`; only a receipt has a due day. */
export function qrText(form: Pick<Form<string>, 'name' | 'title'>, dossier: Dossier, print: PrintMoment): string {
  const { code, procedure, due } = dossier
  const values = { dossierCode: code ?? '', procedureCode: procedure.code, number: numberOf(dossier) }
  return qrOfParts(form, form.name === 'receipt' ? { ...values, dueOn: due?.dueOn ?? '' } : values, print)
}

/**
 * The QR of a paper from what it is about; form, system and time are the moment's.
 *
 * A part without a value stays empty, so that the others keep their places; a separator inside a value becomes a blank
 * for the same reason. A part that is not named at all is left out.
 */
export function qrOfParts(
  { title }: Pick<Form<string>, 'title'>, about: Readonly<Partial<Record<QrPart, string>>>, print: PrintMoment,
): string {
  const { printedAt, systemName, qrPattern: { separator, order } } = print
  const values: Readonly<Partial<Record<QrPart, string>>> = {
    dossierCode: '', procedureCode: '', number: '', formTitle: title, systemName, printedAt: `${dayOfInstant(printedAt)} ${formatTime(printedAt)}`,
    ...about,
  }
  const parts = order.flatMap(part => values[part] ?? [])
  return parts.map(value => normalise(value.replaceAll(separator, ' '))).join(separator)
}

/** The owner's number stands for the dossier; the applicant's when there is no other owner. */
function numberOf({ owner, applicant }: Dossier): string {
  if (owner === undefined) return applicant.personalNumber ?? ''
  return (isOrganisation(owner) ? owner.number : owner.personalNumber) ?? ''
}

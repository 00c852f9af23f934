import { dayOfInstant, type Day } from '../../base/day.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { PrintMoment } from '../form.ts'
import { requestWords, salutation } from './applicant-lines.ts'
import type { PlanValues } from './plan.ts'
import { dayInWords } from './words.ts'

/** What any plan may say of a dossier, its office and who signs. */
export function dossierValues(dossier: Dossier, print: PrintMoment): PlanValues {
  const { applicant, code, receivedAt } = dossier
  const { agency, phone } = print.office.header
  return {
    applicant: `${salutation(applicant)} ${applicant.name}`,
    address: applicant.address ?? '',
    agency,
    phone,
    code: code ?? '',
    clerk: print.clerkName,
    receivedOn: dayInWords(dayOfInstant(receivedAt)),
    request: requestWords(dossier),
    signerTitle: print.signer?.title ?? 'Thủ trưởng cơ quan',
    signerName: print.signer?.name ?? '',
  }
}

/** A day in words, or nothing. */
export function dayOrNothing(on: Day | null | undefined): string {
  return on === null || on === undefined ? '' : dayInWords(on)
}

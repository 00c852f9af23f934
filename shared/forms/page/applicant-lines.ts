import { html, type Html } from '../../base/html.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Person } from '../../people/person.ts'
import { formField, formFieldPair } from './form-field.ts'
import { typed } from './typed.ts'

/** `Ông`, `Bà`, or both where the sex is not known. */
export function salutation({ sex }: Person): string {
  if (sex === undefined) return 'Ông (Bà)'
  return sex === 'male' ? 'Ông' : 'Bà'
}

/** The applicant's name as every form opens with it. */
export function applicantName(applicant: Person): Html {
  return html`${salutation(applicant)} <span class="strong">${typed(applicant.name)}</span>`
}

/** Address, phone and e-mail, in the order of the forms. */
export function applicantContact({ address, phone, email }: Person): Html {
  return html`${formField('Địa chỉ', address)}
${formFieldPair(formField('Số điện thoại', phone), formField('Thư điện tử', email))}`
}

/** What is asked for: the procedure, its case where it has several, and the clerk's words on top. */
export function requestWords({ procedure, content }: Dossier): string {
  const words = [procedure.name, procedure.caseName, content].map(text => text.trim())
  return words.filter((text, i) => text !== '' && words.indexOf(text) === i).join('. ')
}

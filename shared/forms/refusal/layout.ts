import { html, type Html } from '../../base/html.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Form, PrintMoment } from '../form.ts'
import { applicantContact, applicantName, requestWords } from '../page/applicant-lines.ts'
import { contactNote } from '../page/contact-note.ts'
import { formField, formLine } from '../page/form-field.ts'
import { page } from '../page/page.ts'
import { signatures } from '../page/signatures.ts'
import { unitLine } from '../page/unit-line.ts'

/** Form 03, its fields in the order of the circular's annex: the reason in words (rule L3). */
export function layoutRefusal(form: Form, dossier: Dossier, print: PrintMoment): Html {
  const { applicant } = dossier
  return page(form, dossier, print, html`<div class="body">
${unitLine(print)}
${formLine('Tiếp nhận hồ sơ của', applicantName(applicant))}
${applicantContact(applicant)}
${formField('Nội dung yêu cầu giải quyết', requestWords(dossier))}
<p>Qua xem xét, cơ quan tiếp nhận thông báo không tiếp nhận, giải quyết hồ sơ này.</p>
${formField('Lý do', dossier.reason)}
${contactNote(print)}
${signatures([
    { role: 'Người nộp hồ sơ', name: applicant.name },
    { role: 'Người từ chối tiếp nhận', name: print.clerkName },
  ])}
</div>`)
}

import { html, type Html } from '../../base/html.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Form, PrintMoment } from '../form.ts'
import { applicantContact, applicantName, requestWords } from '../page/applicant-lines.ts'
import { contactNote } from '../page/contact-note.ts'
import { formField, formLine } from '../page/form-field.ts'
import { page } from '../page/page.ts'
import { signatures } from '../page/signatures.ts'
import { typed } from '../page/typed.ts'
import { unitLine } from '../page/unit-line.ts'

/** Form 02, its fields in the order of the circular's annex: what is missing, and on which legal ground. */
export function layoutGuidance(form: Form, dossier: Dossier, print: PrintMoment): Html {
  const { applicant, missingPapers = [], reason } = dossier
  return page(form, dossier, print, html`<div class="body">
${unitLine(print)}
${formLine('Tiếp nhận yêu cầu của', applicantName(applicant))}
${formField('Nội dung yêu cầu giải quyết', requestWords(dossier))}
${applicantContact(applicant)}
<p>Đề nghị Ông (Bà) bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:</p>
<table class="papers">
<thead><tr><th class="no">TT</th><th>Giấy tờ, nội dung cần bổ sung, hoàn thiện</th></tr></thead>
<tbody>${missingPapers.map((missing, i) => html`<tr><td>${i + 1}</td><td class="what">${typed(missing)}</td></tr>`)}</tbody>
</table>
${formField('Lý do, căn cứ', reason)}
${dossier.code === undefined && html`<p class="note">Phiếu này không phải giấy tiếp nhận hồ sơ. Thời hạn giải quyết được tính từ khi hồ sơ đầy đủ được tiếp nhận.</p>`}
${contactNote(print)}
${signatures([{ role: 'Người hướng dẫn', name: print.clerkName }])}
</div>`)
}

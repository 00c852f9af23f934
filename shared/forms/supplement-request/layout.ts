import { dayOfInstant } from '../../base/day.ts'
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
import { dayInWords } from '../page/words.ts'

/** The last request of the dossier, its fields in the order of form 02; dated the day it was asked. */
export function layoutSupplementRequest(form: Form<'supplement-request'>, dossier: Dossier, print: PrintMoment): Html {
  const request = dossier.supplements.at(-1)
  if (request === undefined) throw new Error('No supplement was asked for')
  const { papers, reason, legalGround, requestedAt, count } = request
  return page(form, dossier, print, html`<div class="body">
${unitLine(print)}
${formLine('Tiếp nhận hồ sơ của', applicantName(dossier.applicant))}
${formField('Nội dung yêu cầu giải quyết', requestWords(dossier))}
${applicantContact(dossier.applicant)}
${formField('Ngày tiếp nhận', dayInWords(dayOfInstant(dossier.receivedAt)))}
<p>Đề nghị Ông (Bà) bổ sung, hoàn thiện hồ sơ gồm những nội dung sau${count > 1 && ` (lần ${String(count)})`}:</p>
<table class="papers">
<thead><tr><th class="no">TT</th><th>Giấy tờ, nội dung cần bổ sung, hoàn thiện</th></tr></thead>
<tbody>${papers.map((paper, i) => html`<tr><td>${i + 1}</td><td class="what">${typed(paper)}</td></tr>`)}</tbody>
</table>
${formField('Lý do', reason)}
${legalGround !== undefined && formField('Căn cứ', legalGround)}
<p class="note">Thời gian chờ bổ sung không tính vào thời hạn giải quyết. Khi hồ sơ được bổ sung đầy đủ, cơ quan tiếp nhận hẹn lại ngày trả kết quả.</p>
${contactNote(print)}
${signatures([{ role: 'Người hướng dẫn', name: print.clerkName }])}
</div>`, dayOfInstant(requestedAt))
}

import { dayOfInstant } from '../../base/day.ts'
import { html, type Html } from '../../base/html.ts'
import type { Certification } from '../../certification/certification.ts'
import type { Form, PrintMoment } from '../form.ts'
import { contactNote } from '../page/contact-note.ts'
import { formField } from '../page/form-field.ts'
import { sheet } from '../page/page.ts'
import { qrOfParts } from '../page/qr-text.ts'
import { signatures } from '../page/signatures.ts'
import { unitLine } from '../page/unit-line.ts'

/** Who asked for what, the ground in the words of the law with its article, and what the clerk adds. */
export function layoutCertificationRefusal(form: Form<string, Certification>, visit: Certification, print: PrintMoment): Html {
  const { person, refused } = visit
  const qr = qrOfParts(form, { procedureCode: refused?.procedure ?? '', number: person.personalNumber ?? '' }, print)
  return sheet(form, { qr, code: undefined, on: dayOfInstant(visit.at) }, print, html`<div class="body">
${unitLine(print)}
${formField('Người yêu cầu chứng thực', person.name)}
${formField('Số giấy tờ tùy thân', person.personalNumber)}
${formField('Giấy tờ, văn bản yêu cầu chứng thực', refused?.paperName)}
<p>Qua xem xét, cơ quan tiếp nhận thông báo không chứng thực giấy tờ, văn bản này.</p>
${formField('Lý do', refused?.groundWords)}
${formField('Căn cứ', refused?.legalBasis)}
${refused?.note !== undefined && formField('Cụ thể', refused.note)}
${contactNote(print)}
${signatures([{ role: 'Người yêu cầu', name: person.name }, { role: 'Người từ chối', name: visit.clerk }])}
</div>`)
}

import { dayOfInstant, formatDay, formatTime } from '../../base/day.ts'
import { html, type Html } from '../../base/html.ts'
import { formatMoney, moneyInWords } from '../../base/money.ts'
import { twoDigits } from '../../certification/book.ts'
import type { Certification, CertifiedPaper } from '../../certification/certification.ts'
import type { Form, PrintMoment } from '../form.ts'
import { contactNote } from '../page/contact-note.ts'
import { formField } from '../page/form-field.ts'
import { sheet } from '../page/page.ts'
import { qrOfParts } from '../page/qr-text.ts'
import { signatures } from '../page/signatures.ts'
import { typed } from '../page/typed.ts'
import { unitLine } from '../page/unit-line.ts'
import { capitalise } from '../page/words.ts'

/** Every paper with its number, pages and copies; when it was taken in, when it is ready, what was paid. */
export function layoutCertificationSlip(form: Form<string, Certification>, visit: Certification, print: PrintMoment): Html {
  const { person, fee, at, dueOn } = visit
  const papers = visit.papers.filter(({ voided }) => voided === undefined)
  const about = { procedureCode: papers[0]?.procedure ?? '', number: person.personalNumber ?? '' }
  const qr = qrOfParts(form, dueOn === undefined ? about : { ...about, dueOn }, print)
  return sheet(form, { qr, code: undefined, on: dayOfInstant(at) }, print, html`<div class="body">
${unitLine(print)}
${formField('Người yêu cầu chứng thực', person.name)}
${formField('Số giấy tờ tùy thân', person.personalNumber)}
<table class="papers">
<thead><tr><th class="no">TT</th><th>Giấy tờ</th><th>Số chứng thực</th><th>Quyển số</th><th>Số trang</th><th>Số bản</th></tr></thead>
<tbody>${papers.map(row)}</tbody>
</table>
${formField('Thời gian nhận', `${formatTime(at)} ngày ${formatDay(dayOfInstant(at))}`)}
${formField('Trả kết quả', dueOn === undefined ? undefined : `trong giờ làm việc, ngày ${formatDay(dueOn)}`)}
${formField('Phí chứng thực', `${formatMoney(fee)} (${capitalise(moneyInWords(fee))})`)}
${contactNote(print)}
${signatures([{ role: 'Người yêu cầu', name: person.name }, { role: 'Người tiếp nhận', name: visit.clerk }])}
</div>`)
}

function row({ name, number, book, pageCount, copyCount }: CertifiedPaper, i: number): Html {
  return html`<tr><td>${i + 1}</td><td class="name">${typed(name)}</td><td>${twoDigits(number)}</td><td>${book.label}</td><td>${pageCount}</td><td>${copyCount}</td></tr>`
}

import { dayOfInstant, formatTime } from '../../base/day.ts'
import { html, type Html } from '../../base/html.ts'
import type { Form, PrintMoment } from '../form.ts'
import { sheet } from '../page/page.ts'
import { formLine } from '../page/form-field.ts'
import { signatures } from '../page/signatures.ts'
import { typed } from '../page/typed.ts'
import { capitalise, dayInWordsLong, momentInWords } from '../page/words.ts'
import type { DayStatement } from './statement.ts'
import { whyRefused } from './why-refused.ts'

/** Codes printed at most; the rest is counted, the city lists them all by the check code. */
const MOST_CODES = 120

/** Figures first, then what waits and what was refused; the check code leads the city to the same figures. */
export function layoutDayClose(form: Form<'day-close', DayStatement>, statement: DayStatement, print: PrintMoment): Html {
  const { desks, pageCount, safePageCount, waiting, refused, checkCode } = statement
  const received = sum(desks.map(desk => desk.received))
  const safe = sum(desks.map(desk => desk.safe))
  return sheet(form, { qr: qrOf(form, statement, print), code: { label: 'Mã đối chiếu', text: checkCode }, on: statement.day }, print, html`<div class="body">
${formLine('Đơn vị', typed(print.office.unitName))}
${formLine('Ngày', capitalise(dayInWordsLong(statement.day)))}
${formLine('Số liệu lúc', `${momentInWords(statement.at)}, lập ở ${statement.desk}`)}
${formLine('Hồ sơ nhận trong ngày', html`<b>${received}</b>; an toàn ở thành phố: <b>${safe}</b>`)}
${pageCount > 0 && formLine('Trang giấy đã quét', html`<b>${pageCount}</b>; thành phố đã đọc lại, giống hệt: <b>${safePageCount}</b>`)}
<table class="papers">
<thead><tr><th>Quầy</th><th class="count">Đã nhận</th><th class="count">An toàn</th><th class="count">Còn chờ</th></tr></thead>
<tbody>${desks.map(desk => html`<tr><td class="what">${typed(desk.desk)}</td><td>${desk.received}</td><td>${desk.safe}</td><td>${desk.received - desk.safe}</td></tr>`)}</tbody>
</table>
${waiting.length === 0
    ? html`<p>Không còn hồ sơ nào của ngày này chờ gửi.</p>`
    : html`<p>Còn ${waiting.length} hồ sơ chờ gửi, đã ghi chắc trên máy: ${typed(codesOf(waiting.map(({ code }) => code)))}.</p>`}
${refused.length === 0
    ? html`<p>Không có gì bị trả lại.</p>`
    : html`<p>Không gửi được ${refused.length}, cần người làm:</p>${refused.map(({ dossierCode, problemCode }) =>
      html`<p>- ${dossierCode !== null && html`${typed(dossierCode)}: `}${whyRefused(problemCode)}.</p>`)}`}
<p class="note">“An toàn” nghĩa là thành phố đã ghi đủ mọi việc của hồ sơ, đọc lại từng trang và ký xác nhận. Gõ mã đối chiếu ${checkCode} ở trang của thành phố để xem lại đúng các số này.</p>
${signatures([{ role: 'Người lập', name: print.clerkName }])}
</div>`)
}

/** `KET-NGAY|31186|2026-11-20|7F3A-92C1|…`: what it is, unit, day, check code, and when the figures stood. */
function qrOf(form: Pick<Form<'day-close', DayStatement>, 'title'>, { day, at, checkCode }: DayStatement, print: PrintMoment): string {
  return ['KET-NGAY', print.office.unit, day, checkCode, form.title, print.systemName, `${dayOfInstant(at)} ${formatTime(at)}`].join(print.qrPattern.separator)
}

function codesOf(codes: readonly string[]): string {
  const rest = codes.length - MOST_CODES
  return rest > 0 ? `${codes.slice(0, MOST_CODES).join(', ')} và ${String(rest)} hồ sơ nữa` : codes.join(', ')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

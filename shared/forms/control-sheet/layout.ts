import { html, type Html } from '../../base/html.ts'
import { compareOnTime, type OnTime } from '../../calendar/on-time.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Handover, Promised } from '../../dossiers/progress.ts'
import type { Form, PrintMoment } from '../form.ts'
import { agencyName } from '../page/agency-name.ts'
import { applicantName, requestWords } from '../page/applicant-lines.ts'
import { formField, formLine } from '../page/form-field.ts'
import { page } from '../page/page.ts'
import { typed } from '../page/typed.ts'
import { momentInWords } from '../page/words.ts'

/** A row a hand-over, with both names and the time; how it stood to the due day that held then; empty rows for the pen. */
export function layoutControlSheet(form: Form<'control-sheet'>, dossier: Dossier, print: PrintMoment): Html {
  const { applicant, receivedAt, due, resolvedBy, receivedBy, handovers } = dossier
  return page(form, dossier, print, html`<div class="body">
${formLine('Kèm theo hồ sơ của', applicantName(applicant))}
${formField('Nội dung', requestWords(dossier))}
${formField('Ngày nhận', momentInWords(receivedAt))}
${formField('Ngày, giờ hẹn trả', due?.dueAt === null || due === undefined ? 'không ấn định' : momentInWords(due.dueAt))}
${formField('Cơ quan giải quyết', agencyName(resolvedBy))}
${formField('Cơ quan phối hợp', resolvedBy === receivedBy ? undefined : agencyName(receivedBy))}
<table class="papers">
<thead><tr><th class="hands">Tên cơ quan, người giao, nhận</th><th>Thời gian giao, nhận</th><th class="count">Kết quả</th><th>Ghi chú</th></tr></thead>
<tbody>${handovers.map(handover => row(handover, dossier))}${Array.from({ length: handovers.length === 0 ? ROWS_FOR_THE_PEN : 1 }, emptyRow)}</tbody>
</table>
</div>`)
}

const ROWS_FOR_THE_PEN = 3

function row(handover: Handover, { promises }: Dossier): Html {
  const { from, to, at, by, isLate, note } = handover
  const notes = [WHAT[by], isLate && 'chuyển sau giờ quy định', note].filter(text => text)
  return html`<tr><td class="what">1. Giao: ${typed(from.name)}<br>2. Nhận: ${typed(to.name)}</td><td>${momentInWords(at)}</td>
<td>${RESULT[compareOnTime({ endedAt: at, dueOn: dueOnThen(promises, at) })]}</td><td class="what">${typed(notes.join('; '))}</td></tr>`
}

function emptyRow(): Html {
  return html`<tr><td class="what">1. Giao:<br>2. Nhận:</td><td>… giờ … phút, ngày … tháng … năm …</td><td></td><td></td></tr>`
}

function dueOnThen(promises: readonly Promised[], at: string): string | null {
  return promises.findLast(promised => promised.at <= at)?.due.dueOn ?? null
}

const RESULT: Readonly<Record<OnTime, string>> = { early: 'Trước hạn', onTime: 'Đúng hạn', overdue: 'Quá hạn' }
const WHAT: Readonly<Record<Handover['by'], string>> = {
  forwarded: 'chuyển xử lý', 'submitted-for-signature': 'trình ký', 'sent-back': 'trả lại để xử lý tiếp', signed: 'đã ký', resolved: 'đã giải quyết',
}

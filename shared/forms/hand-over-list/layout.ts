import { dayOfInstant } from '../../base/day.ts'
import { html, type Html, type HtmlPart } from '../../base/html.ts'
import { formatMoney, moneyInWords, numberInWords } from '../../base/money.ts'
import { expectedIn } from '../../cash/drawer.ts'
import type { CountedCash } from '../../cash/last-count.ts'
import type { Cell, TableColumn } from '../../base/table.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Form, PrintMoment } from '../form.ts'
import { agencyName } from '../page/agency-name.ts'
import { requestWords } from '../page/applicant-lines.ts'
import { bookSheet } from '../page/book-sheet.ts'
import { typed } from '../page/typed.ts'
import { signatures } from '../page/signatures.ts'
import { limitInWords, momentInWords } from '../page/words.ts'
import type { HandOver } from './hand-over.ts'

/** Columns as offices have them; both sides sign. */
export function layoutHandOverList(form: Form<'hand-over-list', HandOver>, handOver: HandOver, print: PrintMoment): Html {
  const { kind, from, to, at, dossiers, cash } = handOver
  const on = dayOfInstant(at)
  const qr = ['BAN-GIAO', print.office.unit, on, String(dossiers.length), form.title, print.systemName].join(print.qrPattern.separator)
  return bookSheet(form, { qr, code: undefined, on }, print, {
    table: { title: form.title, columns: COLUMNS, rows: dossiers.map(rowOf) },
    lines: [`${KIND[kind]}, ${momentInWords(at)}`, `Bên giao: ${from}`, `Bên nhận: ${to}`],
    closing: html`<p>Cộng: ${dossiers.length} hồ sơ (bằng chữ: ${numberInWords(dossiers.length)}).</p>
${cash !== undefined && cashLines(cash)}
${signatures([{ role: 'Bên giao', name: from }, { role: 'Bên nhận', name: to }])}`,
  })
}

/** What was taken, what was counted, and why the two differ (rule M1). */
function cashLines({ at, since, collected, refunded, counted, reason }: CountedCash): HtmlPart {
  const expected = expectedIn({ collected, refunded })
  const over = counted - expected
  return html`<p>Tiền mặt, kiểm lúc ${momentInWords(at)}${since !== null && html`, tính từ ${momentInWords(since)}`}: đã thu ${formatMoney(collected)}, đã hoàn ${formatMoney(refunded)}, phải có ${formatMoney(expected)}. Đếm được <b>${formatMoney(counted)}</b> (bằng chữ: ${moneyInWords(counted)})${over === 0 && ', đủ'}.</p>
${over !== 0 && html`<p>Chênh lệch: ${over < 0 ? 'thiếu' : 'thừa'} ${formatMoney(Math.abs(over))}. Lý do: ${typed(reason ?? '')}.</p>`}`
}

const KIND: Readonly<Record<HandOver['kind'], string>> = {
  shift: 'Bàn giao ca', agency: 'Chuyển cơ quan giải quyết', results: 'Bàn giao kết quả',
}

const COLUMNS: readonly TableColumn[] = [
  { title: 'Mã hồ sơ', kind: 'text' }, { title: 'Nội dung', kind: 'text' }, { title: 'Cơ quan giải quyết', kind: 'text' },
  { title: 'Ngày nhận', kind: 'day' }, { title: 'Ngày hẹn trả', kind: 'day' }, { title: 'Thời hạn', kind: 'text' },
  { title: 'Số bộ', kind: 'number' }, { title: 'Chủ hồ sơ', kind: 'text' }, { title: 'Ghi chú', kind: 'text' },
]

function rowOf(dossier: Dossier): readonly Cell[] {
  const { code, resolvedBy, receivedAt, due, setCount, owner, applicant, results } = dossier
  return [
    code ?? null, requestWords(dossier), agencyName(resolvedBy), dayOfInstant(receivedAt), due?.dueOn ?? null,
    due === undefined ? null : limitInWords(due.limit), setCount, (owner ?? applicant).name,
    results.map(({ number, name }) => number ?? name).join('; '),
  ]
}

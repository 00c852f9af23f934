import { dayOfInstant } from '../../base/day.ts'
import { html, type Html } from '../../base/html.ts'
import { numberInWords } from '../../base/money.ts'
import type { Cell, TableColumn } from '../../base/table.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Form, PrintMoment } from '../form.ts'
import { requestWords } from '../page/applicant-lines.ts'
import { bookSheet } from '../page/book-sheet.ts'
import { signatures } from '../page/signatures.ts'
import { limitInWords, momentInWords } from '../page/words.ts'
import type { HandOver } from './hand-over.ts'

/** Columns as offices have them; both sides sign. */
export function layoutHandOverList(form: Form<'hand-over-list', HandOver>, handOver: HandOver, print: PrintMoment): Html {
  const { kind, from, to, at, dossiers } = handOver
  const on = dayOfInstant(at)
  const qr = ['BAN-GIAO', print.office.unit, on, String(dossiers.length), form.title, print.systemName].join(print.qrPattern.separator)
  return bookSheet(form, { qr, code: undefined, on }, print, {
    table: { title: form.title, columns: COLUMNS, rows: dossiers.map(rowOf) },
    lines: [`${KIND[kind]}, ${momentInWords(at)}`, `Bên giao: ${from}`, `Bên nhận: ${to}`],
    closing: html`<p>Cộng: ${dossiers.length} hồ sơ (bằng chữ: ${numberInWords(dossiers.length)}).</p>
${signatures([{ role: 'Bên giao', name: from }, { role: 'Bên nhận', name: to }])}`,
  })
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
    code ?? null, requestWords(dossier), resolvedBy, dayOfInstant(receivedAt), due?.dueOn ?? null,
    due === undefined ? null : limitInWords(due.limit), setCount, (owner ?? applicant).name,
    results.map(({ number, name }) => number ?? name).join('; '),
  ]
}

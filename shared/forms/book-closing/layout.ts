import { dayOfInstant, formatDay, formatTime } from '../../base/day.ts'
import { html, type Html } from '../../base/html.ts'
import { numberInWords } from '../../base/money.ts'
import { twoDigits } from '../../certification/book.ts'
import { getBookKind } from '../../certification/book-kinds.ts'
import type { Form, PrintMoment } from '../form.ts'
import { formField } from '../page/form-field.ts'
import { sheet } from '../page/page.ts'
import { signatures } from '../page/signatures.ts'
import { unitLine } from '../page/unit-line.ts'
import type { ClosedBook } from './closed-book.ts'

/** The book's name, from which number to which, how many count for nothing, who closed it when. */
export function layoutBookClosing(form: Form<string, ClosedBook>, book: ClosedBook, print: PrintMoment): Html {
  const { label, last, voidedCount, lentCount, closedAt } = book
  const on = dayOfInstant(closedAt)
  const qr = ['SO', print.office.unit, label, String(last), String(voidedCount), form.title, print.systemName, on].join(print.qrPattern.separator)
  return sheet(form, { qr, code: { label: 'Quyển số', text: label }, on }, print, html`<div class="body">
${unitLine(print)}
${formField('Sổ', getBookKind(book.kind).name)}
${formField('Quyển của', book.desk)}
${formField('Năm', String(book.year))}
<p>${last === 0
    ? 'Quyển này không ghi số chứng thực nào.'
    : `Quyển này có ${String(last)} số chứng thực (bằng chữ: ${numberInWords(last)}), từ số 01 đến số ${twoDigits(last)}, không thiếu số nào; trong đó ${
      voidedCount === 0 ? 'không có số nào hủy' : `${String(voidedCount)} số đã hủy (bằng chữ: ${numberInWords(voidedCount)}), còn giữ trong sổ`}${
      lentCount === 0 ? '' : `, ${String(lentCount)} số đã cấp cho quầy khác mà chưa thấy vào sổ (bằng chữ: ${numberInWords(lentCount)})`}.`}</p>
${formField('Khóa sổ lúc', `${formatTime(closedAt)} ngày ${formatDay(on)}`)}
${signatures([{ role: 'Người khóa sổ', name: book.closedByName }, { role: print.signer?.title ?? 'Thủ trưởng đơn vị', name: print.signer?.name ?? '' }])}
</div>`)
}

import { dayOfInstant } from '../../base/day.ts'
import { html, type Html } from '../../base/html.ts'
import { formatMoney, moneyInWords } from '../../base/money.ts'
import type { Form, PrintMoment } from '../form.ts'
import { formField, formFieldPair } from '../page/form-field.ts'
import { sheets } from '../page/page.ts'
import { qrOfParts } from '../page/qr-text.ts'
import { signatures } from '../page/signatures.ts'
import { typed } from '../page/typed.ts'
import { capitalise } from '../page/words.ts'
import { RECEIPT_PARTS, type FeePaid } from './fee-paid.ts'

/**
 * Every copy of a receipt (liên), a sheet each.
 *
 * Receipts for fees have: who collects, the blank's numbers, who pays for what, the amount in figures and in words.
 */
export function layoutFeeReceipt(form: Form<'fee-receipt', FeePaid>, paid: FeePaid, print: PrintMoment): Html {
  const { blank, payer, amount, exemptionGround } = paid
  const qr = qrOfParts(form, { dossierCode: paid.dossierCode ?? '', procedureCode: paid.procedureCode ?? '', number: payer.number ?? '' }, print)
  const head = { qr, code: { label: 'Số', text: blank.number }, on: dayOfInstant(paid.paidAt) }
  const parts = print.receiptParts === undefined || print.receiptParts.length === 0 ? RECEIPT_PARTS : print.receiptParts
  return sheets(form, head, print, parts.map(part => html`<div class="body">
<p class="reprint">${typed(part)} · Mẫu số: ${typed(blank.form)} · Ký hiệu: ${typed(blank.symbol)}</p>
${formFieldPair(formField('Đơn vị thu', print.office.header.agency), formField('Mã số thuế', blank.taxNumber))}
${formFieldPair(formField('Tên phí, lệ phí', paid.feeName), formField('Mã hồ sơ', paid.dossierCode))}
${formField('Người nộp tiền', payer.name)}
${formField('Địa chỉ', payer.address)}
${formField('Số tiền', formatMoney(amount))}
${formField('Bằng chữ', capitalise(moneyInWords(amount)))}
${exemptionGround !== undefined && formField(amount === 0 ? 'Miễn theo' : 'Giảm theo', exemptionGround)}
${formField('Hình thức thanh toán', METHOD[paid.method])}
${signatures([{ role: 'Người nộp tiền', name: payer.name }, { role: 'Người thu tiền', name: print.clerkName }])}
</div>`))
}

const METHOD: Readonly<Record<FeePaid['method'], string>> = { cash: 'Tiền mặt', transfer: 'Chuyển khoản' }

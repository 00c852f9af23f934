import { dayOfInstant, formatDay } from '../../base/day.ts'
import { html, type Html } from '../../base/html.ts'
import { formatMoney, moneyInWords } from '../../base/money.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Collection, DossierResult } from '../../dossiers/progress.ts'
import { isOrganisation } from '../../people/person.ts'
import type { Form, PrintMoment } from '../form.ts'
import { requestWords } from '../page/applicant-lines.ts'
import { formField, formFieldPair } from '../page/form-field.ts'
import { originalsTable } from '../page/originals-table.ts'
import { page } from '../page/page.ts'
import { signatures } from '../page/signatures.ts'
import { typed } from '../page/typed.ts'
import { unitLine } from '../page/unit-line.ts'
import { capitalise, momentInWords } from '../page/words.ts'

/** What was handed over to whom, the originals that went back, the fee taken then; dated the day of the return. */
export function layoutReturnSlip(form: Form<'return-slip'>, dossier: Dossier, print: PrintMoment): Html {
  const { applicant, owner, collection, results, originals, money } = dossier
  if (collection === undefined) throw new Error('The result was not returned')
  const fee = money.findLast(({ kind, at }) => kind === 'collected' && at === collection.at)
  return page(form, dossier, print, html`<div class="body">
${unitLine(print)}
${formField('Thủ tục', requestWords(dossier))}
${formField('Chủ hồ sơ', (owner ?? applicant).name)}
${formField('Người nhận kết quả', `${collection.name} (${whoWords(dossier, collection)})`)}
${formFieldPair(formField('Số định danh', collection.personalNumber), formField('Điện thoại', collection.collectedBy === 'applicant' ? applicant.phone : undefined))}
${formField('Giấy tờ đã xem', SEEN[collection.identitySeen])}
${collection.authorisation !== undefined && formField('Nhận thay theo', collection.authorisation)}
${collection.postNumber !== undefined && formField('Số hiệu bưu gửi', collection.postNumber)}
<p>Kết quả đã trả:</p>
<table class="papers">
<thead><tr><th class="no">TT</th><th>Tên kết quả</th><th>Số, ký hiệu</th><th class="count">Ngày ký</th></tr></thead>
<tbody>${results.map(resultRow)}</tbody>
</table>
${originalsTable(originals)}
${formField('Thời gian trả', momentInWords(collection.at))}
${fee !== undefined && formField('Đã thu khi trả', feeWords(fee))}
${signatures([
    { role: 'Người nhận kết quả', name: collection.collectedBy === 'post' ? '' : collection.name },
    { role: 'Người trả kết quả', name: print.clerkName },
  ])}
</div>`, dayOfInstant(collection.at))
}

function feeWords({ amount, receipt, receiptNumber }: Dossier['money'][number]): string {
  const number = receipt === undefined ? receiptNumber : `${receipt.symbol} số ${receipt.printed}`
  return `${formatMoney(amount)} (bằng chữ: ${capitalise(moneyInWords(amount))})${number === undefined ? '' : `, biên lai ${number}`}`
}

function resultRow({ name, number, issuedOn }: DossierResult, i: number): Html {
  return html`<tr><td>${i + 1}</td><td class="what">${typed(name)}</td><td>${typed(number ?? '')}</td><td>${issuedOn === undefined ? '' : formatDay(issuedOn)}</td></tr>`
}

/** Whoever comes for an organisation stands for it. */
function whoWords({ owner }: Dossier, { collectedBy }: Collection): string {
  return collectedBy === 'owner' && owner !== undefined && isOrganisation(owner) ? 'đại diện chủ hồ sơ' : WHO[collectedBy]
}

const WHO: Readonly<Record<Collection['collectedBy'], string>> = {
  applicant: 'người nộp hồ sơ', owner: 'chủ hồ sơ', proxy: 'người được ủy quyền', post: 'qua dịch vụ bưu chính',
}
const SEEN: Readonly<Record<Collection['identitySeen'], string>> = {
  'id-card': 'Thẻ căn cước', vneid: 'VNeID', passport: 'Hộ chiếu', 'other-paper': 'Giấy tờ tùy thân khác', post: 'Bưu chính kiểm tra khi phát',
}

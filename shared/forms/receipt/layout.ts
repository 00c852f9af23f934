import { html, type Html, type HtmlPart } from '../../base/html.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import { isOrganisation } from '../../people/person.ts'
import type { Form, PrintMoment } from '../form.ts'
import { agencyName } from '../page/agency-name.ts'
import { applicantContact, applicantName, requestWords } from '../page/applicant-lines.ts'
import { formField, formLine } from '../page/form-field.ts'
import { page } from '../page/page.ts'
import { paperTable } from '../page/paper-table.ts'
import { signatures } from '../page/signatures.ts'
import { typed } from '../page/typed.ts'
import { unitLine } from '../page/unit-line.ts'
import { limitInWords, momentInWords } from '../page/words.ts'
import { dueLines } from './due-lines.ts'
import { partsLines } from './parts-lines.ts'
import { feeWords } from './fee-words.ts'

/** Form 01, its fields in the order of the circular's annex; fee and ground are added at the end (rules M1, M3). */
export function layoutReceipt(form: Form, dossier: Dossier, print: PrintMoment): Html {
  const { applicant, due, fee } = dossier
  return page(form, dossier, print, html`<div class="body">
${unitLine(print)}
${formLine('Tiếp nhận hồ sơ của', html`${applicantName(applicant)} (${CHANNEL[dossier.channel]})`)}
${applicantContact(applicant)}
${formField('Số định danh cá nhân/Hộ chiếu', applicant.personalNumber)}
${formField('Nội dung yêu cầu giải quyết', requestWords(dossier))}
${ownerLines(dossier)}
${resolverLines(dossier)}
<p>1. Thành phần hồ sơ nộp gồm:</p>
${paperTable(dossier.papers)}
<p>2. Số lượng hồ sơ: ${dossier.setCount} (bộ)</p>
<p>3. Thời gian giải quyết hồ sơ theo quy định: ${due === undefined ? 'không quy định thời hạn' : limitInWords(due.limit)}</p>
<p>4. Thời gian nhận hồ sơ: ${momentInWords(dossier.receivedAt)}</p>
${dueLines(due)}
${partsLines(dossier)}
<p>6. Đăng ký nhận kết quả tại: ${collectPlace(dossier, print)}</p>
${fee !== undefined && html`<p>7. Phí, lệ phí: ${typed(feeWords(fee))}</p>`}
<p class="note">${closingNote(print)}</p>
${signatures([
    { role: 'Người nộp hồ sơ', name: applicant.name },
    { role: 'Người tiếp nhận hồ sơ', name: print.clerkName },
  ])}
</div>`)
}

const CHANNEL = { direct: 'nộp trực tiếp', online: 'nộp trực tuyến', post: 'nộp qua bưu chính' } as const

/** The owner, and by which paper the applicant hands in for them. */
function ownerLines({ owner, applicant, authorisation }: Dossier): HtmlPart {
  return [
    owner === undefined ? formField('Chủ hồ sơ', `${applicant.name} (là người nộp)`) : [
      formField(isOrganisation(owner) ? 'Chủ hồ sơ (tổ chức)' : 'Chủ hồ sơ', owner.name),
      formField('Địa chỉ chủ hồ sơ', owner.address),
    ],
    authorisation !== undefined && formField('Nộp thay theo', authorisation),
  ]
}

/** Who helped and who resolves, where that is not who received (rule L22). */
function resolverLines({ helpedBy, receivedBy, resolvedBy }: Dossier): HtmlPart {
  return [
    resolvedBy !== receivedBy && formField('Cơ quan giải quyết', agencyName(resolvedBy)),
    helpedBy !== undefined && helpedBy !== receivedBy && formField('Nơi hướng dẫn lập hồ sơ', helpedBy),
  ]
}

function collectPlace({ collectAt }: Dossier, { office }: PrintMoment): Html {
  if (collectAt === 'post') return html`nơi ở, qua dịch vụ bưu chính`
  return typed([office.header.agency, office.header.address].filter(text => text !== '').join(', '))
}

function closingNote({ office }: PrintMoment): Html {
  const { lookupLink, phone } = office.header
  return html`Có kết quả sớm hơn, cơ quan tiếp nhận báo theo số điện thoại hoặc thư điện tử ở trên. Khi đến nhận, Ông (Bà) mang theo giấy này và giấy tờ tùy thân.
${lookupLink !== '' && html` Tra cứu hồ sơ tại ${typed(lookupLink)}.`}${phone !== '' && html` Điện thoại: ${typed(phone)}.`}`
}

import { html } from '../../../shared/base/html.ts'
import type { DossierActKind } from '../../../shared/dossiers/act-bodies.ts'
import { recordLook } from '../../admin/record-look.ts'
import { dossierPage } from '../../db/queries/dossier-page.ts'
import { nothingHere, page, type Page } from '../page.ts'
import { dayText, STATE_WORDS, timeText } from '../words.ts'

/** One dossier with its acts. The look is on record before anything is shown (rule U3); the whole number needs a reason. */
export const dossierPageOf: Page = {
  method: 'GET', path: '/dossiers/:unit/:subject', right: 'dossier/see',
  answer: async ({ city, person, params, query }) => {
    const { unit = '', subject = '' } = params
    const found = await dossierPage(city.db, unit, subject)
    if (found === undefined) return nothingHere(html`<p>Không có hồ sơ này. <a href="/search">Tra cứu</a>.</p>`)
    const reason = (query['reason'] ?? '').trim().slice(0, 100)
    await recordLook(city, person, { unit, subject, screen: reason === '' ? 'dossier' : `dossier: ${reason}` })
    const { dossier, arrivedAtByAct, userNames, deskNames } = found
    const { applicant, procedure, due, papers } = dossier
    const number = applicant.personalNumber ?? ''
    return page(dossier.code ?? 'Hồ sơ không cấp mã', html`
<section class="panel"><h2>${procedure.name}</h2><p>${STATE_WORDS[dossier.state] ?? dossier.state}. Hẹn trả: ${dayText(due?.dueOn ?? null) || 'không hẹn'}.
${dossier.disputes.length > 0 && html`<span class="soon">Có ${dossier.disputes.length} tranh chấp, đơn vị tự chọn ở quầy.</span>`}</p>
<p>Người nộp: <b>${applicant.name}</b>${(applicant.phone ?? '') !== '' && html`, điện thoại ${applicant.phone ?? ''}`}.
${number !== '' && html`Số định danh: ${reason === '' ? `••••••••${number.slice(-3)}` : number}.`}</p>
${number !== '' && reason === '' && html`<form class="line" method="get"><label>Lý do xem đủ số định danh (được ghi lại) <input name="reason" required maxlength="100"></label> <button class="quiet">Xem</button></form>`}
<p class="muted">Lần xem này đã được ghi lại.</p></section>
<section class="panel"><h2>Giấy tờ</h2><ul>${papers.map(({ name, received, originals, copies, pages = [] }) => html`<li>${name}: ${received ? `${String(originals)} bản chính, ${String(copies)} bản sao, ${String(pages.length)} trang ảnh` : 'còn thiếu'}</li>`)}</ul></section>
<section class="panel"><h2>Quá trình</h2><table><thead><tr><th scope="col">Lúc</th><th scope="col">Việc</th><th scope="col">Ai</th><th scope="col">Ở đâu</th><th scope="col">Về thành phố lúc</th></tr></thead>
<tbody>${dossier.acts.map(act => html`<tr><td>${timeText(act.at)}</td><td>${wordsOf(act.kind)}</td><td>${userNames[act.author] ?? act.author}</td>
<td>${deskNames[act.device] ?? act.device}</td><td>${timeText(arrivedAtByAct[act.name] ?? null)}</td></tr>`)}</tbody></table></section>`)
  },
}

const ACT_WORDS: Readonly<Record<DossierActKind, string>> = {
  'dossier/received': 'tiếp nhận', 'dossier/refused': 'từ chối tiếp nhận', 'guidance/given': 'hướng dẫn bổ sung',
  'dossier/forwarded': 'chuyển xử lý', 'dossier/supplement-requested': 'yêu cầu bổ sung', 'dossier/supplemented': 'nhận bổ sung',
  'dossier/payment-requested': 'báo nghĩa vụ tài chính', 'dossier/payment-recorded': 'ghi đã nộp nghĩa vụ tài chính',
  'dossier/submitted-for-signature': 'trình ký', 'dossier/sent-back': 'trả lại, chưa ký', 'dossier/signed': 'ký',
  'dossier/results-numbered': 'vào số, đóng dấu', 'dossier/resolved': 'ghi kết quả', 'dossier/result-returned': 'trả kết quả',
  'dossier/withdrawn': 'rút hồ sơ', 'dossier/stopped': 'dừng giải quyết', 'dossier/apologised': 'xin lỗi, hẹn lại',
  'dossier/delay-explained': 'ghi nguyên nhân quá hạn', 'dossier/fee-collected': 'thu lệ phí',
  'dossier/fee-receipt-voided': 'hủy biên lai', 'dossier/part-resolved': 'ghi kết quả một phần liên thông',
  'dossier/parts-signed': 'ký kết quả một phần liên thông',
  'dossier/corrected': 'sửa một mục', 'dossier/form-printed': 'in giấy', 'dossier/note-added': 'ghi chú', 'dossier/page-looked-at': 'xem ảnh thẻ',
  'dossier/pages-added': 'thêm trang quét', 'dossier/paper-attached': 'thêm giấy tờ', 'dossier/paper-detached': 'bỏ giấy tờ',
  'dossier/voided': 'hủy', 'dossier/dispute-settled': 'chọn giá trị khi tranh chấp',
}

function wordsOf(kind: string): string {
  return Object.entries(ACT_WORDS).find(([known]) => known === kind)?.[1] ?? kind
}

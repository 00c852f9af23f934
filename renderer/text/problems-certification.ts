import { dayOfInstant, formatDay, formatTime } from '../../shared/base/day.ts'
import { twoDigits } from '../../shared/certification/book.ts'
import type { CodesOf, Sentences } from './sentences.ts'

/** What can stand in the way of certifying a paper, voiding a number, closing a book. */
export const certificationProblems: Sentences<CodesOf<'certification' | 'book'>> = {
  'certification/already-voided': ({ number, voidedBy, voidedAt }) =>
    `Số ${twoDigits(number)} đã ghi là bỏ (${voidedBy}, ${formatTime(voidedAt)} ${formatDay(dayOfInstant(voidedAt))}). Sổ không đổi, không phải làm gì thêm.`,
  'certification/clock-behind': ({ today, newestDay }) =>
    `Máy ghi hôm nay ${formatDay(today)}, nhưng sổ đã có việc ngày ${formatDay(newestDay)}. Chưa vào sổ; những gì đã nhập vẫn còn trên màn. Sửa ngày giờ của máy, hoặc xác nhận ngày hôm nay rồi bấm lại.`,
  'certification/exemption-ground-missing': ({ place }) =>
    `Dòng ${String(place)} thu ít hơn mức quy định nên phải có lý do. Chưa vào sổ. Ghi lý do miễn, giảm rồi bấm lại.`,
  'certification/fee-needed': ({ place }) => `Dòng ${String(place)} chưa có mức thu. Chưa vào sổ. Ghi số tiền phải thu, hoặc miễn kèm lý do, rồi bấm lại.`,
  'certification/ground-unknown': () => 'Chưa chọn căn cứ từ chối, hoặc căn cứ đó không dùng cho việc này. Những gì đã nhập vẫn còn trên màn. Chọn một căn cứ rồi bấm lại.',
  'certification/identity-missing': () =>
    'Chứng thực chữ ký và giao dịch phải xem giấy tờ tùy thân có số. Chưa vào sổ. Đưa thẻ căn cước vào đầu đọc, hoặc gõ số và chọn “đã xem giấy tờ”.',
  'certification/keeper-away': ({ desk }) =>
    `Máy của ${desk} giữ sổ chung chưa cấp số. Chưa vào sổ; những gì đã nhập vẫn còn trên màn. Bấm lại để vào quyển riêng của quầy này, hoặc đợi dòng trên nút báo lấy số ở ${desk}.`,
  'certification/nothing-to-print': () => 'Lần chứng thực này không có giấy ấy để in: số đã hủy hết, hoặc giấy đã trả ngay trong ngày. Sổ không đổi.',
  'certification/number-unknown': ({ number }) => `Lần chứng thực này không có số ${twoDigits(number)}. Sổ không đổi. Mở lại để xem số đúng.`,
  'certification/other-desk': ({ desk }) => `Số này do ${desk} vào sổ và thu tiền. Sổ không đổi. Sang ${desk} để ghi bỏ.`,
  'certification/paper-nameless': ({ place }) => `Dòng ${String(place)} chưa có tên giấy. Những gì đã nhập vẫn còn trên màn. Gõ tên giấy rồi bấm lại.`,
  'certification/procedure-unknown': ({ procedure }) =>
    `Thủ tục mã ${procedure} không phải việc chứng thực ở đây. Những gì đã nhập vẫn còn trên màn. Chọn lại loại việc.`,
  'certification/reason-missing': () => 'Bỏ một số phải ghi lý do. Sổ không đổi. Gõ lý do rồi bấm lại.',
  'certification/signer-missing': () => 'Chưa chọn người ký chứng thực. Chưa vào sổ. Chọn người ký rồi bấm lại.',
  'certification/unknown': () => 'Không thấy lần chứng thực này trên máy. Sổ không đổi. Tìm lại theo số hoặc theo tên.',

  'book/closed': ({ label, closedAt }) =>
    `Quyển ${label} đã khóa lúc ${formatTime(closedAt)} ngày ${formatDay(dayOfInstant(closedAt))}, không ghi thêm được. Sổ không đổi. Sang năm mới, máy tự mở quyển mới từ số 01.`,
  'book/not-keeper': () => 'Máy này không giữ sổ chung, nên không cấp số cho quầy khác. Sổ không đổi. Xem màn Thiết lập, phần Sổ chứng thực.',
  'book/other-desk': () => 'Quyển này của quầy khác đang dùng. Sổ không đổi. Sang quầy đó để khóa; máy quầy đó hỏng hẳn thì nhờ thành phố thu hồi máy, rồi khóa ở đây.',
  'book/too-early': ({ from }) => `Khóa sổ rồi thì không mở lại được, nên chỉ khóa từ ngày làm việc cuối năm, ${formatDay(from)}. Sổ không đổi.`,
  'book/unknown-desk': () => 'Quầy hỏi số không thuộc đơn vị, hoặc máy ấy đã bị thu hồi. Sổ không đổi. Hỏi quản trị thành phố.',
  'book/unknown': () => 'Năm ấy máy này chưa ghi quyển nào như vậy, nên không có gì để khóa.',
}

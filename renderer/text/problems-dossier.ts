import { formatDay, formatTime, dayOfInstant } from '../../shared/base/day.ts'
import { formatMoney } from '../../shared/base/money.ts'
import { correctableFields, dossierStates, enteredDays, formNames } from './dossier-words.ts'
import { formatCount } from './format.ts'
import { rolesWhoMay } from './roles.ts'
import type { CodesOf, Sentences } from './sentences.ts'

/** What can stand in the way of a dossier, its procedure, its number, its fee. */
export const dossierProblems: Sentences<CodesOf<'dossier' | 'procedure' | 'number' | 'fee' | 'money' | 'calendar'>> = {
  'dossier/agency-missing': () => 'Chưa ghi chuyển đến cơ quan nào. Hồ sơ không đổi. Gõ tên cơ quan rồi bấm lại.',
  'dossier/apology-too-late': ({ dueOn }) =>
    `Hồ sơ đã tới hạn ngày ${formatDay(dueOn)}; xin lỗi và hẹn lại phải làm trước hạn. Hồ sơ không đổi. Giải quyết tiếp, báo lãnh đạo.`,
  'dossier/apology-twice': ({ on }) =>
    `Hồ sơ này đã xin lỗi và hẹn lại một lần, ngày ${formatDay(on)}; mỗi hồ sơ chỉ một lần. Hồ sơ không đổi. Giải quyết theo ngày đã hẹn.`,
  'dossier/authorisation-missing': () => 'Người nhận thay phải có giấy ủy quyền. Chưa ghi trả. Ghi số, ngày của giấy ủy quyền rồi bấm lại.',
  'dossier/clock-behind': ({ today, newestDay }) =>
    `Máy ghi hôm nay ${formatDay(today)}, nhưng sổ đã có việc ngày ${formatDay(newestDay)}. Chưa lưu; những gì đã nhập vẫn còn trên màn. Sửa ngày giờ của máy, hoặc xác nhận ngày hôm nay rồi lưu lại.`,
  'dossier/collector-missing': () => 'Chưa ghi ai nhận kết quả. Chưa ghi trả. Gõ họ và tên người nhận rồi bấm lại.',
  'dossier/day-impossible': ({ field, from, until }) => from > until
    ? `Lịch đã công bố chỉ đến ngày ${formatDay(until)}, nên chưa chọn được ${enteredDays[field]}. Hồ sơ không đổi. Nhờ thành phố công bố lịch tiếp theo.`
    : `Ô ${enteredDays[field]} phải là một ngày có thật, từ ${formatDay(from)} đến ${formatDay(until)}. Hồ sơ không đổi. Gõ lại ngày.`,
  'dossier/day-off': ({ day }) => `Ngày ${formatDay(day)} là ngày nghỉ, không hẹn trả được. Hồ sơ không đổi. Chọn một ngày làm việc.`,
  'dossier/dispute-for-leader': ({ holders }) => `Chỗ khác nhau này do ${rolesWhoMay(holders)} xem và quyết. Hồ sơ không đổi; nhờ người đó mở hồ sơ này.`,
  'dossier/dispute-unknown': () => 'Chỗ khác nhau này đã có người quyết, hoặc vừa có thêm một nơi ghi. Hồ sơ không đổi. Mở lại hồ sơ để xem.',
  'dossier/exemption-ground-missing': () => 'Miễn lệ phí phải có lý do. Ghi lý do miễn rồi lưu lại.',
  'dossier/fee-needed': () => 'Thành phố chưa định mức thu cho trường hợp này. Ghi số tiền phải thu, hoặc miễn kèm lý do, rồi lưu lại.',
  'dossier/fee-over': ({ owed }) => owed === 0
    ? 'Hồ sơ này không còn khoản nào phải thu. Chưa ghi thu. Xem lại hồ sơ.'
    : `Chỉ còn phải thu ${formatMoney(owed)}. Chưa ghi thu. Gõ lại số tiền, lớn hơn 0 và không quá số đó.`,
  'dossier/fee-receipt-unknown': () => 'Hồ sơ này không có tờ biên lai ấy, hoặc tờ ấy đã hủy. Hồ sơ không đổi. Mở lại hồ sơ để xem số đang dùng.',
  'dossier/form-not-due': ({ form, state }) =>
    `Chưa in được ${formNames[form]}: hồ sơ đang ở tình trạng “${dossierStates[state]}”. Hồ sơ vẫn còn đủ; mở hồ sơ để xem giấy nào in được.`,
  'dossier/identity-unseen': () =>
    'Cách nhận và cách đối chiếu người nhận không khớp. Chưa ghi trả. Trả tại quầy thì chọn giấy đã xem; gửi bưu chính thì chọn bưu chính.',
  'dossier/input-invalid': ({ fields }) =>
    `Có ${formatCount(fields.length)} ô chưa đúng kiểu. Chưa lưu; những gì đã nhập vẫn còn trên màn. Xem lại các ô được đánh dấu.`,
  'dossier/legal-ground-missing': () => 'Phiếu này phải ghi căn cứ. Chọn hoặc ghi căn cứ rồi lưu lại.',
  'dossier/limit-needed': () => 'Danh mục không ghi rõ thời hạn của trường hợp này. Ghi số ngày làm việc theo quyết định công bố, rồi lưu lại.',
  'dossier/missing-papers-unnamed': () => 'Phiếu hướng dẫn phải nêu giấy còn thiếu. Chọn ít nhất một giấy rồi lưu lại.',
  'dossier/name-missing': ({ whom }) =>
    whom === 'applicant' ? 'Chưa có họ và tên người nộp. Đưa thẻ căn cước vào đầu đọc, hoặc gõ tên.' : 'Chưa có tên chủ hồ sơ. Gõ tên người được nộp thay.',
  'dossier/no-due-day': () => 'Hồ sơ này không có ngày hẹn nên không hẹn lại được. Hồ sơ không đổi.',
  'dossier/not-allowed': ({ state, changedBy, changedAt }) =>
    `Hồ sơ đang ở tình trạng “${dossierStates[state]}” (${changedBy}, ${formatTime(changedAt)} ${formatDay(dayOfInstant(changedAt))}), nên không làm được việc này nữa. Hồ sơ không đổi. Mở lại hồ sơ để xem việc nào làm được.`,
  'dossier/not-holder': ({ holder }) => `Hồ sơ đang do ${holder} giữ. Hồ sơ không đổi. Nhờ người đó chuyển, hoặc nhờ lãnh đạo chuyển thay.`,
  'dossier/not-overdue': () => 'Hồ sơ này không quá hạn, nên không ghi nguyên nhân quá hạn. Hồ sơ không đổi. Mở lại hồ sơ để xem ngày hẹn.',
  'dossier/not-same-day': () =>
    'Thủ tục này không phải loại trả ngay trong ngày. Chưa lưu; những gì đã nhập vẫn còn trên màn. Tiếp nhận rồi chuyển xử lý như thường.',
  'dossier/note-empty': () => 'Ghi chú còn trống. Gõ vài chữ rồi lưu lại.',
  'dossier/notice-incomplete': () => 'Thông báo nghĩa vụ tài chính phải có số và nơi ra thông báo. Hồ sơ không đổi. Gõ cho đủ rồi bấm lại.',
  'dossier/originals-miscounted': ({ paper, held }) =>
    `Hồ sơ đang giữ ${formatCount(held)} bản chính của ${paper}. Hồ sơ không đổi. Gõ lại số bản trả, từ 0 đến ${formatCount(held)}.`,
  'dossier/page-unknown': () => 'Trang này không còn trong hồ sơ. Hồ sơ không đổi. Mở lại hồ sơ rồi chọn trang khác.',
  'dossier/paper-missing': ({ papers }) =>
    `Còn thiếu ${formatCount(papers.length)} giấy phải nộp: ${papers.join('; ')}. Chọn: nhận rồi cho bổ sung, hoặc chưa nhận và in phiếu hướng dẫn.`,
  'dossier/paper-nameless': () => 'Giấy thêm vào chưa có tên. Gõ tên giấy rồi lưu lại.',
  'dossier/paper-uncounted': () => 'Giấy đã nhận phải có ít nhất một bản chính hoặc bản sao. Gõ số bản rồi lưu lại.',
  'dossier/paper-unknown': () => 'Giấy này không có trong hồ sơ. Hồ sơ không đổi. Mở lại hồ sơ rồi chọn giấy khác.',
  'dossier/part-before-leader': ({ part }) => `Phần “${part}” đang trình ký. Hồ sơ không đổi. Chờ lãnh đạo ký hoặc trả lại.`,
  'dossier/part-resolved': ({ part }) => `Phần “${part}” đã có kết quả. Hồ sơ không đổi. Mở lại hồ sơ để xem.`,
  'dossier/part-unknown': () => 'Hồ sơ này không có phần ấy. Hồ sơ không đổi. Mở lại hồ sơ rồi chọn lại.',
  'dossier/parts-open': ({ parts }) =>
    `Hồ sơ liên thông xong theo từng phần; còn chờ: ${parts.join('; ')}. Hồ sơ không đổi. Ghi kết quả của từng phần.`,
  'dossier/payment-short': ({ amount }) =>
    `Thông báo ghi phải nộp ${formatMoney(amount)}, số vừa gõ ít hơn. Hồ sơ không đổi. Xem lại chứng từ rồi gõ lại.`,
  'dossier/post-number-missing': () => 'Gửi bưu chính phải có số hiệu bưu gửi. Chưa ghi trả. Gõ số hiệu rồi bấm lại.',
  'dossier/proof-missing': () => 'Chưa ghi chứng từ đã nộp. Hồ sơ không đổi. Gõ số biên lai hoặc số giao dịch rồi bấm lại.',
  'dossier/reason-missing': () => 'Việc này phải ghi lý do. Gõ lý do rồi lưu lại.',
  'dossier/recipient-same': ({ name }) => `${name} đang giữ hồ sơ này rồi. Hồ sơ không đổi. Chọn người khác.`,
  'dossier/recipient-unknown': ({ holders }) =>
    `Người được chọn không còn làm việc ở đây, hoặc không phải ${rolesWhoMay(holders)}. Hồ sơ không đổi. Chọn người khác.`,
  'dossier/refund-over': ({ collected }) =>
    `Hồ sơ này đã thu ${formatMoney(collected)}, không trả lại nhiều hơn được. Hồ sơ không đổi. Gõ lại số tiền.`,
  'dossier/representative-missing': () => 'Hồ sơ của một tổ chức, chưa ghi ai đứng ra nhận. Chưa ghi trả. Mở hồ sơ ở màn Trả kết quả, chọn chủ hồ sơ và gõ họ tên người đại diện.',
  'dossier/request-missing': () => 'Rút hồ sơ phải ghi đề nghị của người nộp. Hồ sơ không đổi. Gõ vài chữ rồi bấm lại.',
  'dossier/result-unknown': () => 'Kết quả này không có trong hồ sơ. Hồ sơ không đổi. Mở lại hồ sơ rồi chọn lại.',
  'dossier/result-unnumbered': ({ results }) =>
    `Kết quả chưa có số và ngày: ${results.join('; ')}. Hồ sơ không đổi. Vào số, đóng dấu rồi làm lại.`,
  'dossier/results-missing': () =>
    'Chưa ghi kết quả nào, hoặc có kết quả chưa có tên. Hồ sơ không đổi. Chọn hoặc gõ tên kết quả rồi bấm lại.',
  'dossier/side-missing': () => 'Chưa chọn bên nào đúng. Hồ sơ không đổi. Chọn một bên rồi bấm lại.',
  'dossier/signature-needed': () => 'Kết quả của thủ tục này phải có lãnh đạo ký. Hồ sơ không đổi. Trình ký trước.',
  'dossier/supplement-empty': () =>
    'Chưa thấy giấy nào được bổ sung. Hồ sơ không đổi. Nhận giấy, hoặc ghi vì sao hồ sơ đã đủ, rồi bấm lại.',
  'dossier/unknown': () => 'Không thấy hồ sơ này trong sổ của máy. Tìm lại bằng mã, tên hoặc số định danh.',
  'dossier/value-impossible': ({ field }) => `Giá trị mới của ${correctableFields[field]} không đúng. Hồ sơ không đổi. Xem lại rồi lưu lại.`,
  'dossier/value-same': ({ field }) => `Giá trị mới của ${correctableFields[field]} giống giá trị cũ, nên không có gì để sửa.`,
  'dossier/void-too-late': ({ receivedOn }) =>
    `Chỉ hủy được hồ sơ trong ngày nhận, hồ sơ này nhận ngày ${formatDay(receivedOn)}. Hồ sơ không đổi. Cần sửa thì dùng Sửa, kèm lý do.`,

  'procedure/case-unknown': () => 'Thủ tục này không có trường hợp đã chọn. Những gì đã nhập vẫn còn trên màn. Chọn lại trường hợp.',
  'procedure/not-yet-valid': ({ from }) => `Thủ tục này áp dụng từ ngày ${formatDay(from)}. Những gì đã nhập vẫn còn trên màn. Chọn thủ tục đang áp dụng.`,
  'procedure/suspended': ({ from }) => `Thủ tục này tạm dừng từ ngày ${formatDay(from)}. Những gì đã nhập vẫn còn trên màn. Chọn thủ tục thay thế.`,
  'procedure/unknown': ({ procedure }) => `Danh mục không có thủ tục mã ${procedure}. Những gì đã nhập vẫn còn trên màn. Chọn lại thủ tục.`,
  'procedure/withdrawn': ({ until }) => `Thủ tục này chỉ áp dụng đến ngày ${formatDay(until)}. Những gì đã nhập vẫn còn trên màn. Chọn thủ tục thay thế.`,

  'number/no-range': () =>
    'Máy này là bản chép hoặc phục hồi của máy khác, nên chờ thành phố cấp khoảng số mới. Hồ sơ đã có vẫn còn đủ. Có mạng thì máy tự xin; trước đó sang quầy khác nhận.',
  'number/range-full': ({ from, to }) =>
    `Máy này đã dùng hết mã hồ sơ của hôm nay, từ ${String(from)} đến ${String(to)}. Hồ sơ đã nhận vẫn còn đủ. Sang quầy khác nhận tiếp; sáng mai máy có lại mã.`,
  'number/range-impossible': ({ from, to }) => `Khoảng số từ ${String(from)} đến ${String(to)} không dùng được. Chọn khoảng trong 1 đến 9999.`,
  'number/range-overlaps': ({ from, to }) => `Khoảng số từ ${String(from)} đến ${String(to)} trùng với quầy khác. Chọn số quầy khác.`,

  'fee/count-impossible': () => 'Số lượng để tính lệ phí không đúng. Gõ một số nguyên, từ 1 trở lên.',
  'money/fractional': () => 'Tiền tính bằng đồng, không có số lẻ. Gõ lại số tiền.',
  'money/negative': () => 'Số tiền không thể nhỏ hơn 0. Gõ lại số tiền.',
  'money/not-a-number': () => 'Ô tiền chỉ nhận chữ số, ví dụ 52.000. Gõ lại số tiền.',
  'money/too-large': () => 'Số tiền này lớn quá mức ghi được. Xem lại số tiền.',
  'calendar/hours-invalid': () => 'Giờ làm việc không theo thứ tự. Giờ cũ vẫn dùng. Xem lại từng buổi rồi ghi lại.',
  'calendar/instant-invalid': () => 'Thời điểm nhận không đọc được, nên chưa tính được ngày hẹn. Những gì đã nhập vẫn còn trên màn. Xem lại ngày giờ của máy.',
  'calendar/limit-invalid': () => 'Thời hạn này không tính được ngày hẹn. Những gì đã nhập vẫn còn trên màn. Gõ lại số ngày làm việc.',
}

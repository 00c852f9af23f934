import { formatTime } from '../../shared/base/day.ts'
import type { Sex } from '../../shared/people/person.ts'
import { personFields } from './dossier-words.ts'
import { formatCount } from './format.ts'
import { rolesLine, rolesWhoMay } from './roles.ts'
import type { CodesOf, Sentences } from './sentences.ts'

const SEXES: Readonly<Record<Sex, string>> = { male: 'nam', female: 'nữ' }
const TYPE_INSTEAD = 'Đưa thẻ lại vào đầu đọc, hoặc gõ tay.'

/** What can be odd about a person, a card, or someone who wants to sign in. */
export const peopleProblems: Sentences<CodesOf<'person' | 'personal-number' | 'card' | 'user' | 'session'>> = {
  'person/date-impossible': ({ field }) => `Ô ${personFields[field]} không phải một ngày có thật. Viết kiểu 15/03/1986.`,
  'person/name-missing': () => 'Chưa có họ và tên. Đưa thẻ căn cước vào đầu đọc, hoặc gõ tên.',
  'person/too-long': ({ field, max }) => `Ô ${personFields[field]} dài quá ${formatCount(max)} chữ. Rút gọn lại.`,

  'personal-number/length': ({ length }) => `Số định danh có 12 chữ số, ở đây có ${String(length)}. Xem lại thẻ; nếu thẻ ghi đúng vậy thì cứ làm tiếp.`,
  'personal-number/not-digits': () => 'Số định danh chỉ gồm chữ số. Xem lại thẻ; nếu thẻ ghi đúng vậy thì cứ làm tiếp.',
  'personal-number/province-unknown': ({ province }) =>
    `Ba số đầu ${province} không phải mã tỉnh nào. Xem lại thẻ; nếu thẻ ghi đúng vậy thì cứ làm tiếp.`,
  'personal-number/sex-differs': ({ cardSex, numberSex }) =>
    `Giới tính không khớp. Thẻ ghi ${SEXES[cardSex]}, số định danh cho biết ${SEXES[numberSex]}. Xem lại thẻ; nếu thẻ ghi đúng vậy thì cứ làm tiếp.`,
  'personal-number/year-differs': ({ cardYear, numberYear }) =>
    `Năm sinh không khớp. Thẻ ghi ${String(cardYear)}, số định danh cho biết ${String(numberYear)}. Xem lại thẻ; nếu thẻ ghi đúng vậy thì cứ làm tiếp.`,

  'card/date-impossible': ({ field }) => `${field === 'bornOn' ? 'Ngày sinh' : 'Ngày cấp'} đọc từ thẻ không phải một ngày có thật. ${TYPE_INSTEAD}`,
  'card/empty': () => `Đầu đọc gửi đến một dòng trống. ${TYPE_INSTEAD}`,
  'card/name-malformed': () => `Họ tên đọc từ thẻ không ra chữ. ${TYPE_INSTEAD}`,
  'card/name-missing': () => `Thẻ đọc được nhưng không có họ tên. ${TYPE_INSTEAD}`,
  'card/no-image': () => 'Khay quét chưa có ảnh nào. Quét thẻ hoặc chụp bằng điện thoại rồi bấm lại; hoặc đưa thẻ vào đầu đọc.',
  'card/not-a-card': () => 'Mã vừa đọc không phải của thẻ căn cước. Chưa đổi gì trên màn. Đưa mặt có mã vuông của thẻ vào đầu đọc, hoặc gõ tay.',
  'card/not-seen': () => 'Trên ảnh này không đọc được mã vuông hay số định danh nào cho chắc. Chưa đổi gì trên màn. Quét lại thẻ ở 300 điểm, đưa thẻ vào đầu đọc, hoặc gõ tay.',
  'card/number-malformed': () => `Số định danh đọc từ thẻ không đúng 12 chữ số. ${TYPE_INSTEAD}`,
  'card/old-number-malformed': () => `Số chứng minh cũ đọc từ thẻ không đúng kiểu. ${TYPE_INSTEAD}`,
  'card/sex-unknown': () => `Giới tính đọc từ thẻ không rõ. ${TYPE_INSTEAD}`,
  'card/too-long': () => `Đầu đọc gửi đến một dòng quá dài, không phải thẻ căn cước. Chưa đổi gì trên màn. ${TYPE_INSTEAD}`,
  'card/two-cards': () => 'Trên ảnh có thẻ của hai người. Chưa đổi gì trên màn. Quét riêng thẻ của người nộp, hoặc gõ tay.',
  'card/unreadable': () => `Đọc thẻ không ra chữ. Chưa đổi gì trên màn. ${TYPE_INSTEAD}`,

  'user/director-only': () => 'Việc của Giám đốc chỉ Giám đốc khác mới đổi được. Chưa đổi gì. Nhờ một Giám đốc vào máy bằng PIN của mình.',
  'user/last-director': () => 'Đây là Giám đốc duy nhất ở đây. Chưa đổi gì. Giao việc Giám đốc cho một người khác trước, rồi làm lại.',
  'user/name-missing': () => 'Chưa có họ và tên. Gõ tên rồi ghi lại.',
  'user/pin-malformed': () => 'PIN là 6 chữ số. Nhập lại PIN.',
  'user/pin-weak': () => 'PIN này dễ đoán. Chọn 6 số khác.',
  'user/pin-same': () => 'PIN mới giống hệt PIN đang dùng. Chưa đổi gì. Chọn 6 số khác.',
  'user/reason-missing': () => 'Chưa ghi vì sao. Chưa đổi gì. Ghi một dòng lý do rồi ghi lại.',
  'user/role-by-city': ({ roles }) => `${rolesLine(roles)}: thành phố giữ việc giao và thôi giao. Chưa đổi gì. Bỏ chọn mục đó, hoặc hỏi quản trị thành phố.`,
  'user/role-missing': () => 'Chọn ít nhất một việc cho người này.',
  'user/roles-unchanged': () => 'Việc được giao vẫn như cũ, nên chưa ghi gì. Chọn thêm hoặc bỏ bớt một việc rồi ghi lại.',
  'user/twin-name': ({ name }) => `Đã có người tên ${name}. Thêm chữ lót hoặc số để phân biệt, rồi ghi lại.`,
  'user/unknown': () => 'Không thấy người này trong sổ. Mở lại màn này rồi chọn lại.',

  'session/locked': ({ until }) => `Tên này tạm khóa đến ${formatTime(until)} trên máy này. Nhờ Giám đốc Trung tâm đặt lại PIN, không cần mạng.`,
  'session/nobody': () => 'Chưa có ai vào máy, nên chưa lưu. Những gì đã nhập vẫn giữ. Nhập PIN rồi lưu lại.',
  'session/not-allowed': ({ holders }) => `Việc này của ${rolesWhoMay(holders)}. Chưa đổi gì. Nhờ người đó vào máy bằng PIN của mình.`,
  'session/pin-wrong': ({ triesLeft }) => `PIN chưa đúng. Còn ${String(triesLeft)} lần nhập.`,
  'session/unknown-user': () => 'Tên này không còn trên máy. Chọn lại tên.',
}

import { whyRefused } from '../../shared/forms/day-close/why-refused.ts'
import type { CodesOf, Sentences } from './sentences.ts'

type SyncCode = CodesOf<'sync' | 'city'>

const HERE = 'Hồ sơ vẫn nằm chắc trên máy này.'

/** What to do next about something that did not go to the city. */
const next: { readonly [Code in SyncCode]: string } = {
  'city/failed': 'Máy tự gửi lại sau. Vẫn vậy đến mai thì báo quản trị thành phố.',
  'sync/another-unit': 'Gọi quản trị thành phố để xem hồ sơ này ở đâu.',
  'sync/body-invalid': 'Gọi quản trị thành phố, đọc mã hồ sơ. Hồ sơ khác vẫn gửi tiếp.',
  'sync/body-too-large': 'Gọi quản trị thành phố, đọc mã hồ sơ. Hồ sơ khác vẫn gửi tiếp.',
  'sync/city-behind': 'Máy đang tự gửi lại, không phải làm gì.',
  'sync/brake': 'Nhờ Giám đốc Trung tâm xem ở Kết ngày: đúng thì cho nhận tiếp, không thì gọi thành phố.',
  'sync/captive-page': 'Mở trình duyệt, đăng nhập mạng ở đây, rồi bấm F8 ở Kết ngày.',
  'sync/certificate': 'Máy không gửi gì qua đường này. Đổi sang mạng khác, hoặc gọi quản trị thành phố.',
  'sync/chain-wrong': 'Gọi quản trị thành phố. Cứ làm việc bình thường.',
  'sync/city-unlike': 'Máy không nhận gì từ nơi đó. Gọi quản trị thành phố.',
  'sync/clock': 'Sửa ngày giờ của máy cho đúng, rồi bấm F8 ở Kết ngày.',
  'sync/device-revoked': 'Cứ làm việc; hồ sơ đã gửi được để riêng ở thành phố. Gọi quản trị thành phố để ghi danh lại.',
  'sync/device-unknown': 'Gọi quản trị thành phố để ghi danh lại máy này.',
  'sync/fork': 'Mở lại chương trình: máy tự tiếp tục như một máy mới. Vẫn vậy thì gọi quản trị thành phố.',
  'sync/gap': 'Máy tự gửi phần còn thiếu. Vẫn vậy đến mai thì gọi quản trị thành phố.',
  'sync/later': 'Máy tự gửi lại sau, không cần đợi.',
  'sync/line-broken': 'Máy để riêng dòng đó, phần khác vẫn đi tiếp. Gọi quản trị thành phố.',
  'sync/page-length': 'Quét lại giấy đó ở hồ sơ, rồi bấm Gửi lại.',
  'sync/page-name': 'Quét lại giấy đó ở hồ sơ, rồi bấm Gửi lại.',
  'sync/page-unknown': 'Bấm Gửi lại. Không được thì quét lại giấy đó.',
  'sync/page-unlike': 'Quét lại giấy đó ở hồ sơ, rồi bấm Gửi lại.',
  'sync/protocol-too-new': 'Máy tự gửi khi thành phố lên bản mới. Cứ làm việc bình thường.',
  'sync/protocol-too-old': 'Cài bản chương trình mới, rồi máy gửi tiếp.',
  'sync/refused-unknown': 'Mở lại màn Kết ngày để xem.',
  'sync/signature-wrong': 'Gọi quản trị thành phố để ghi danh lại máy này.',
  'sync/unreachable': 'Cứ làm việc; có mạng thì máy tự gửi.',
  'sync/unsigned': 'Mở lại chương trình. Vẫn vậy thì gọi quản trị thành phố.',
}

/** Why, where it is not a refusal that the statement names too. */
const why: { readonly [Code in SyncCode]?: string } = {
  'sync/captive-page': 'Mạng ở đây đòi đăng nhập trước',
  'sync/city-behind': 'Thành phố vừa mất một phần hồ sơ đã xác nhận trước đây',
  'sync/certificate': 'Có máy lạ đứng giữa máy này và thành phố, hoặc thành phố đổi giấy chứng nhận',
  'sync/clock': 'Đồng hồ máy này sai nên chưa gửi được',
  'sync/later': 'Thành phố đang bận',
  'sync/refused-unknown': 'Việc này không còn trong danh sách không gửi được',
  'sync/unreachable': 'Chưa tới được thành phố',
}

/** In a few words, without a full stop. */
export function whyNotSent(code: string): string {
  return why[code as SyncCode] ?? whyRefused(code)
}

/** What to do next, in whole sentences. */
export function nextStepFor(code: string): string {
  return Object.hasOwn(next, code) ? next[code as SyncCode] : `Gọi quản trị thành phố, đọc mã ${code}.`
}

function tell(code: SyncCode): string {
  return `${whyNotSent(code)}. ${HERE} ${nextStepFor(code)}`
}

const ofSync = Object.fromEntries((Object.keys(next) as SyncCode[]).map(code => [code, () => tell(code)])) as unknown as Sentences<SyncCode>

/** What can stand between this PC and the city. */
export const syncProblems: Sentences<SyncCode | CodesOf<'enrol'>> = {
  ...ofSync,
  'enrol/code-expired': () => 'Mã ghi danh này đã hết hạn. Máy chưa đổi gì. Nhờ quản trị thành phố cho mã mới.',
  'enrol/code-used': () => 'Mã ghi danh này đã dùng cho một máy khác. Máy chưa đổi gì. Nhờ quản trị thành phố cho mã mới.',
  'enrol/code-wrong': () => 'Mã ghi danh chưa đúng. Máy chưa đổi gì. Xem lại từng chữ trên giấy rồi gõ lại, hoặc chọn tệp ghi danh.',
  'enrol/device-taken': () => 'Thành phố đã có một máy mang tên này. Máy chưa đổi gì. Đóng chương trình rồi mở lại, dùng lại mã; vẫn vậy thì gọi quản trị thành phố.',
  'enrol/no-range-left': () => 'Đơn vị này đã hết khoảng số cho máy mới. Máy chưa đổi gì. Nhờ quản trị thành phố thu hồi máy không còn dùng.',
  'enrol/proof-wrong': () => 'Thành phố không nhận ra máy này. Máy chưa đổi gì. Xem lại ngày giờ của máy rồi thử lại bằng mã mới.',
  'enrol/too-many-tries': () => 'Đã thử sai nhiều lần. Máy chưa đổi gì. Đợi vài phút rồi gõ lại mã.',
}

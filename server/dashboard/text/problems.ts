import type { AdminProblem, AdminProblemCode } from '../../admin/admin-problems.ts'
import type { WrongRow } from '../../admin/user-list.ts'

/** The facts that come with a code, also where several codes share theirs. */
type Facts<Code extends AdminProblemCode, P = AdminProblem | WrongRow> =
  P extends { readonly code: infer Codes } ? Code extends Codes ? P : never : never

/** What happened and what to do next, for every refusal of the city's own pages. */
export const ADMIN_SENTENCES: { readonly [Code in AdminProblemCode]: (facts: Facts<Code>) => string } = {
  'calendar/malformed': () => 'Lịch này không đọc được. Kiểm tra lại năm và từng ngày, rồi công bố lại.',
  'catalogue/damaged': () => 'Tệp danh mục không đọc được. Chọn lại tệp danh mục đã xuất.',
  'catalogue/empty': () => 'Danh mục này không có thủ tục nào. Chọn lại tệp.',
  'catalogue/procedure-malformed': ({ procedure }) => `Thủ tục ${procedure} ghi chưa đúng. Sửa trong tệp, rồi công bố lại.`,
  'catalogue/procedure-twice': ({ procedure }) => `Thủ tục ${procedure} có hai lần. Bỏ bớt một, rồi công bố lại.`,
  'city-user/last-administrator': () => 'Đây là quản trị viên cuối cùng. Cử thêm một quản trị viên trước đã.',
  'city-user/name-missing': () => 'Chưa có họ tên. Nhập họ tên người được cử.',
  'city-user/password-short': ({ least }) => `Mật khẩu cần ít nhất ${String(least)} ký tự. Chọn mật khẩu dài hơn.`,
  'city-user/sign-in-name-malformed': () => 'Tên đăng nhập chỉ gồm chữ không dấu, số, dấu chấm và gạch. Chọn tên khác.',
  'city-user/sign-in-name-taken': () => 'Tên đăng nhập này đã có người dùng. Chọn tên khác.',
  'city-user/unit-missing': () => 'Người xem của đơn vị phải gắn với một đơn vị. Chọn đơn vị.',
  'city-user/unknown': () => 'Không còn người này. Mở lại danh sách.',
  'city/not-allowed': () => 'Vai trò của bạn không làm được việc này. Nhờ quản trị viên thành phố.',
  'city/settling': () => 'Thành phố vừa khôi phục từ bản sao lưu và đang nhận lại phần còn thiếu từ các máy của đơn vị. Chờ các máy gửi xong rồi làm lại.',
  'device/revoked-already': () => 'Máy này đã bị thu quyền từ trước.',
  'device/unknown': () => 'Không có máy này ở đơn vị. Mở lại danh sách máy.',
  'enrol-code/desk-missing': () => 'Chưa có tên quầy. Nhập tên quầy, ví dụ Quầy 1.',
  'enrol-code/desk-number-impossible': () => 'Số quầy từ 1 đến 19. Nhập lại số quầy.',
  'enrol-code/expiry-impossible': () => 'Mã có hạn từ 1 đến 30 ngày. Nhập lại số ngày.',
  'enrol-code/unknown': () => 'Mã này đã dùng, đã hủy hoặc không có. Mở lại danh sách mã.',
  'publication/version-missing': () => 'Chưa có tên phiên bản. Nhập phiên bản danh mục.',
  'quarantine/note-missing': () => 'Chưa ghi lý do. Ghi lại đã xử lý thế nào.',
  'quarantine/unknown': () => 'Không còn mục này. Mở lại danh sách.',
  'reason/missing': () => 'Chưa ghi lý do. Ghi lý do rồi bấm lại.',
  'settings/malformed': () => 'Thiết đặt ghi chưa đúng. Kiểm tra lại tên và giá trị.',
  'unit/unknown': () => 'Không có đơn vị này. Chọn lại đơn vị.',
  'user-list/columns-wrong': ({ line, count }) => `Dòng ${String(line)}: có ${String(count)} cột, cần đúng 3 cột.`,
  'user-list/empty': () => 'Danh sách chưa có ai. Chọn lại tệp.',
  'user-list/header-wrong': () => 'Dòng đầu phải là unit,name,roles. Sửa dòng đầu, rồi nhập lại.',
  'user-list/name-missing': ({ line }) => `Dòng ${String(line)}: thiếu họ tên.`,
  'user-list/role-missing': ({ line }) => `Dòng ${String(line)}: thiếu vai trò.`,
  'user-list/role-unknown': ({ line, role }) => `Dòng ${String(line)}: không có vai trò “${role}”.`,
  'user-list/rows-wrong': ({ rows }) => `Có ${String(rows.length)} dòng chưa đúng, nên chưa cử ai. Sửa các dòng dưới đây, rồi nhập lại cả tệp.`,
  'user-list/too-long': ({ most }) => `Mỗi lần nhận nhiều nhất ${String(most)} người. Chia tệp ra, rồi nhập từng phần.`,
  'user-list/twin-name': ({ line, name }) => `Dòng ${String(line)}: đơn vị đã có người tên ${name}. Ghi thêm chữ để phân biệt.`,
  'user-list/unit-unknown': ({ line, unit }) => `Dòng ${String(line)}: không có đơn vị “${unit}”.`,
  'user/director-only': () => 'Việc của Giám đốc chỉ Giám đốc khác của đơn vị đổi được.',
  'user/name-missing': () => 'Chưa có họ tên. Nhập họ tên người được cử.',
  'user/role-by-city': () => 'Vai trò này thành phố giữ việc giao.',
  'user/role-missing': () => 'Chưa chọn vai trò. Chọn ít nhất một vai trò.',
  'user/twin-name': ({ name }) => `Đơn vị đã có người tên ${name}. Ghi thêm chữ để phân biệt.`,
  'user/unknown': () => 'Không còn người này ở đơn vị. Mở lại danh sách.',
}

/** The sentence of a refusal. */
export function adminSentence(problem: AdminProblem | WrongRow): string {
  const say = ADMIN_SENTENCES[problem.code] as (facts: AdminProblem | WrongRow) => string
  return say(problem)
}

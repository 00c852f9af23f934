import type { MissingPages } from '../../shared/bridge/machine-problems.ts'
import { formatDay } from '../../shared/base/day.ts'
import { formatBytes, formatCount } from './format.ts'
import { callWith, type CodesOf, type Sentences } from './sentences.ts'

const STILL_ON_SCREEN = 'Những gì đã nhập vẫn còn trên màn.'
const SAVED_ALL_THE_SAME = 'Hồ sơ đã lưu, không mất gì.'

/** What can go wrong with the machine: disk, register, catalogue, printer, the program itself. */
export const machineProblems: Sentences<CodesOf<'journal' | 'disk' | 'catalogue' | 'page' | 'printing' | 'office' | 'program' | 'desk' | 'register' | 'report'>> = {
  'journal/another-unit': ({ unit }) =>
    `Sổ trong thư mục này là của đơn vị khác, mã ${unit}. Máy không đụng vào sổ đó. Gọi quản trị để mở đúng thư mục.`,
  'journal/disk-full': ({ freeBytes }) =>
    `Ổ đĩa đầy, còn ${formatBytes(freeBytes)}. Chưa lưu được; ${lower(STILL_ON_SCREEN)} Hồ sơ cũ vẫn còn đủ. Nhờ quản trị dọn bớt tệp khác, rồi bấm F9 lần nữa.`,
  'journal/line-broken': ({ device }) => `Sổ của máy ${device} về tới đây không đọc được. Hồ sơ ở đây vẫn còn đủ. Máy tự xin lại; vẫn thế thì gọi quản trị.`,
  'journal/line-fork': ({ device }) =>
    `Máy ${device} có hai sổ khác nhau, có lẽ thư mục từng bị chép. Hồ sơ ở đây vẫn còn đủ. Gọi quản trị thành phố, đọc tên máy này.`,
  'journal/line-gap': ({ device }) => `Sổ của máy ${device} về tới đây còn thiếu một đoạn. Hồ sơ ở đây vẫn còn đủ. Máy tự xin lại.`,
  'journal/receive-failed': ({ device }) => `Chưa giữ được sổ của máy ${device} trên ổ đĩa này. Hồ sơ ở đây vẫn còn đủ. Xem chỗ trống của ổ đĩa, máy tự thử lại.`,
  'journal/newer-version': () =>
    'Sổ này do bản chương trình mới hơn ghi. Hồ sơ vẫn còn đủ, máy không ghi thêm gì. Gọi quản trị để cài bản mới.',
  'journal/read-only': ({ device, seq }) =>
    `Sổ hỏng từ dòng ${formatCount(seq)} (máy ${device}), nên chỉ xem. ${STILL_ON_SCREEN} Hồ sơ trước dòng đó vẫn còn đủ. Gọi quản trị, đọc số dòng này.`,
  'journal/write-failed': ({ reference }) =>
    `Ổ đĩa không chịu ghi. ${STILL_ON_SCREEN} Hồ sơ cũ vẫn còn đủ. ${callWith(reference)}`,
  'disk/very-low': () => `Ổ đĩa gần đầy, tạm không nhận hồ sơ mới. ${STILL_ON_SCREEN} Nhờ quản trị dọn bớt tệp khác rồi lưu lại.`,

  'catalogue/damaged': () => 'Danh mục thủ tục không đọc được. Hồ sơ đã lưu vẫn còn đủ. Gọi quản trị cài lại chương trình.',
  'catalogue/empty': () => 'Danh mục thủ tục trống, nên chưa nhận được hồ sơ. Hồ sơ đã lưu vẫn còn đủ. Gọi quản trị cài lại chương trình.',
  'catalogue/half-written': () => 'Danh mục thủ tục mới chép dở, máy dùng danh mục có sẵn. Hồ sơ vẫn còn đủ. Gọi quản trị chép lại danh mục.',
  'catalogue/procedure-malformed': ({ procedure }) => `Thủ tục mã ${procedure} trong danh mục ghi không đúng kiểu nên không dùng được. Thủ tục khác vẫn dùng được. Báo quản trị mã này.`,
  'catalogue/procedure-twice': ({ procedure }) => `Thủ tục mã ${procedure} có hai lần trong danh mục. Thủ tục khác vẫn dùng được. Báo quản trị mã này.`,

  'printing/failed': ({ queued }) => `Máy in không in được. ${SAVED_ALL_THE_SAME} ${after(queued)}`,
  'printing/no-printer': () => `Chưa chọn máy in, hoặc không thấy máy in đã chọn. ${SAVED_ALL_THE_SAME} Chọn máy in ở Thiết lập rồi bấm Ctrl+P, hoặc lưu thành tệp PDF.`,
  'printing/out-of-paper': ({ queued }) => `Máy in hết giấy. ${SAVED_ALL_THE_SAME} ${queued ? 'Cho giấy vào, giấy hẹn tự ra.' : 'Cho giấy vào rồi bấm Ctrl+P.'}`,
  'printing/stopped': ({ queued }) => `Máy in đang bị tạm dừng. ${SAVED_ALL_THE_SAME} ${after(queued)}`,

  'office/already-open': () => 'Máy này đã ghi tên rồi. Sổ cũ vẫn còn đủ. Đóng chương trình rồi mở lại để vào.',
  'office/desk-missing': () => 'Chưa có tên quầy, ví dụ Quầy 1.',
  'office/desk-number-impossible': ({ from, to }) => `Số quầy là một số từ ${String(from)} đến ${String(to)}.`,
  'office/director-missing': () => 'Phải có ít nhất một Giám đốc Trung tâm, để sau này đặt lại PIN cho người khác.',
  'office/header-empty': ({ field }) => field === 'agency' ? 'Giấy nào cũng phải có tên cơ quan. Gõ tên rồi ghi lại.' : 'Giấy nào cũng phải có địa danh trước ngày ký. Gõ địa danh rồi ghi lại.',
  'page/no-image': ({ file }) => `Tệp ${file} không phải ảnh hay PDF. Chưa thêm ảnh nào. Chọn tệp JPG, PNG, WebP hoặc PDF.`,
  'page/none': () => 'Hồ sơ này chưa có trang quét nào để lưu hay in. Quét hoặc thêm ảnh vào giấy trước.',
  'page/not-here': ({ missing }) =>
    `${capital(missing.map(pagesOfPaper).join('; '))} không có trên máy này và chưa lấy được từ thành phố. Chưa lưu và chưa in gì. Trang đã gửi thì thành phố vẫn giữ đủ. Xem đường mạng rồi làm lại; trang quầy khác mới quét thì đợi quầy ấy gửi xong.`,
  'page/not-kept': () => 'Chưa giữ được ảnh trên ổ đĩa. Hồ sơ vẫn còn đủ. Xem chỗ trống của ổ đĩa rồi thêm lại.',
  'page/not-saved': () => 'Chưa ghi được tệp PDF lên ổ đĩa. Các trang vẫn còn đủ trong hồ sơ. Xem chỗ trống của ổ đĩa rồi làm lại.',
  'page/shows-nothing': ({ paper, page }) =>
    `Trang ${String(page)} của ${paper} không mở ra được ảnh. Chưa lưu và chưa in gì. Quét lại trang ấy rồi làm lại.`,
  'page/too-large': ({ file }) => `Tệp ${file} trống hoặc lớn hơn 50 MB. Chưa thêm ảnh nào. Chọn tệp khác, hoặc chụp lại nhỏ hơn.`,
  'page/unreadable': ({ file }) => `Không đọc được tệp ${file}. Chưa thêm ảnh nào. Xem USB hoặc thư mục còn đó không, rồi chọn lại.`,
  'office/revoked': ({ reason }) =>
    `Thành phố đã thu hồi máy này. Hồ sơ đã có vẫn còn đủ, vẫn xem và in được. Sang quầy khác nhận tiếp, hỏi quản trị thành phố. Lý do: ${reason}.`,
  'office/keeper-unknown': () => 'Máy được chọn giữ sổ không thuộc đơn vị, hoặc đã bị thu hồi. Thiết lập cũ giữ nguyên. Chọn quầy khác rồi ghi lại.',
  'office/not-open': () => 'Máy này chưa ghi tên đơn vị và quầy. Làm bước đó trước.',
  'office/unit-unknown': () => 'Không có đơn vị này trong 103 xã, phường. Chọn lại đơn vị.',

  'program/failed': ({ number }) => `Chương trình gặp trục trặc. Những gì đã lưu vẫn còn đủ. ${STILL_ON_SCREEN} ${callWith(number)}`,
  'program/folder-full': ({ folder }) => `Ổ đĩa chứa thư mục ${folder} đầy. Hồ sơ cũ vẫn còn đủ, xem được. Nhờ quản trị dọn bớt tệp khác rồi mở lại.`,
  'program/folder-read-only': ({ folder }) => `Máy không được phép ghi vào thư mục ${folder}, nên chỉ xem. Hồ sơ vẫn còn đủ. Gọi quản trị mở quyền ghi.`,
  'program/input-invalid': ({ fields }) => `Có ${formatCount(fields.length)} ô chưa đúng kiểu. Chưa lưu; ${lower(STILL_ON_SCREEN)} Xem lại rồi lưu lại.`,
  'register/disk-full': ({ file }) =>
    `Ổ đĩa đầy, chưa ghi được tệp ${file}. Sổ vẫn còn đủ, không có tệp dở dang nào. Chọn ổ đĩa khác hoặc dọn bớt tệp rồi lưu lại.`,
  'register/not-saved': ({ file }) => `Chưa ghi được tệp ${file}. Sổ vẫn còn đủ. Tệp có thể đang mở ở chương trình khác: đóng tệp ấy, hoặc chọn chỗ khác rồi lưu lại.`,
  'register/unreadable': () => 'Chưa đọc được sổ. Hồ sơ vẫn còn đủ. Mở lại màn này; vẫn thế thì đóng chương trình rồi mở lại.',
  'report/not-over': ({ until }) => `Kỳ này đến ${formatDay(until)} mới hết nên chưa ký được. Số liệu vẫn xem và in được. Chọn kỳ đã qua, hoặc đợi hết kỳ.`,
  'desk/unknown-command': () => `Bản chương trình này không biết việc vừa bấm. ${STILL_ON_SCREEN} Đóng chương trình rồi mở lại; vẫn không được thì gọi quản trị.`,
}

function after(queued: boolean): string {
  return queued ? 'Xem máy in; chạy lại thì giấy tự ra.' : 'Xem máy in rồi bấm Ctrl+P.'
}

/** A long row of numbers says no more than how many they are. */
function pagesOfPaper({ paper, pages }: MissingPages): string {
  return pages.length > 5 ? `${formatCount(pages.length)} trang của ${paper}` : `trang ${pages.join(', ')} của ${paper}`
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

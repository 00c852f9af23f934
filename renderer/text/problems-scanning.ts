import { numberInWords } from '../../shared/base/money.ts'
import { formatCount } from './format.ts'
import type { CodesOf, Sentences } from './sentences.ts'

const PAGES_SAFE = 'Các trang đã có vẫn còn đủ.'
const OTHER_WAYS = 'Chưa được thì dùng máy quét khác, chọn tệp có sẵn, hoặc chụp bằng điện thoại.'
const FOLDER_STAYS = 'Thư mục đang dùng vẫn giữ nguyên.'
const NO_PAGE_ADDED = 'Chưa thêm trang này; các trang khác vẫn còn đủ.'

/** What can stand between a sheet of paper and its page: the scanner, an image, the phone, a lent scanner, the tray. */
export const scanningProblems: Sentences<CodesOf<'scan' | 'picture' | 'folder' | 'phone' | 'lend' | 'tray'>> = {
  'scan/busy': ({ by, sheets }) =>
    `${by === undefined ? 'Máy quét đang bận việc khác' : `${by} đang dùng máy quét`}. ${safe(sheets)} Đợi một lát rồi bấm F5. ${OTHER_WAYS}`,
  'scan/cover-open': ({ sheets }) => `Nắp máy quét đang mở. ${safe(sheets)} Đóng nắp cho khít, ${startAt(sheets)} rồi bấm F5. ${OTHER_WAYS}`,
  'scan/denied': ({ sheets }) =>
    `Máy tính này chưa được phép dùng máy quét, hoặc không ghi được vào thư mục quét. ${safe(sheets)} Gọi quản trị mở quyền. Làm ngay thì chọn tệp có sẵn, hoặc chụp bằng điện thoại.`,
  'scan/double-feed': ({ sheets }) => sheets === 0
    ? `Hình như hai tờ đi cùng lúc ngay từ đầu. ${PAGES_SAFE} Tơi chồng giấy cho rời từng tờ, đặt lại rồi bấm F5. ${OTHER_WAYS}`
    : `Hình như hai tờ đi cùng lúc sau tờ ${formatCount(sheets)}. ${safe(sheets)} Xem tờ ${formatCount(sheets)} và ${formatCount(sheets + 1)}, thiếu thì tơi giấy, đặt lại từ tờ ${formatCount(sheets + 1)} rồi bấm F5. ${OTHER_WAYS}`,
  'scan/failed': ({ sheets }) =>
    `Máy quét dừng giữa chừng, không cho biết vì sao. ${safe(sheets)} Tắt máy quét rồi mở lại, ${startAt(sheets)} rồi bấm F5. ${OTHER_WAYS}`,
  'scan/jam': ({ sheets }) =>
    `Máy quét kẹt giấy ở tờ thứ ${formatCount(sheets + 1)}. ${safe(sheets)} Mở nắp máy quét, rút nhẹ tờ bị kẹt ra, đặt lại chồng giấy bắt đầu từ tờ thứ ${formatCount(sheets + 1)}, đóng nắp rồi bấm F5. ${OTHER_WAYS}`,
  'scan/lamp': ({ sheets }) => `Đèn của máy quét không sáng. ${safe(sheets)} Tắt máy quét, đợi một phút, mở lại rồi bấm F5. ${OTHER_WAYS}`,
  'scan/locked': ({ sheets }) =>
    `Một chương trình khác đang giữ máy quét. ${safe(sheets)} Đóng chương trình quét kia rồi bấm F5; không thấy thì tắt máy quét rồi mở lại. ${OTHER_WAYS}`,
  'scan/needs-hand': ({ sheets }) => `Máy quét chờ một thao tác trên máy. ${safe(sheets)} Xem màn hình của máy quét, làm theo đó rồi bấm F5. ${OTHER_WAYS}`,
  'scan/no-answer': ({ address }) =>
    `Không có máy quét nào trả lời ở ${address}. ${PAGES_SAFE} Xem lại địa chỉ trên màn hình của máy quét, xem nó có bật và cùng mạng với máy này không, rồi bấm Enter lần nữa. ${OTHER_WAYS}`,
  'scan/no-driver': ({ scanner, sheets }) =>
    `Máy tính này chưa có phần nối với ${name(scanner)}. ${safe(sheets)} Gọi quản trị cài phần đi kèm máy quét. Làm ngay thì chọn tệp có sẵn, hoặc chụp bằng điện thoại.`,
  'scan/no-paper': ({ sheets }) => sheets === 0
    ? `Khay máy quét chưa có giấy, hoặc giấy chưa vào tới nơi. ${PAGES_SAFE} Đặt giấy vào khay, đẩy nhẹ tới khi chạm, rồi bấm F5. ${OTHER_WAYS}`
    : `Khay máy quét hết giấy. ${safe(sheets)} Còn giấy thì đặt tiếp từ tờ thứ ${formatCount(sheets + 1)} rồi bấm F5. ${OTHER_WAYS}`,
  'scan/no-scanner': ({ sheets }) => `Không thấy máy quét. ${safe(sheets)} Xem dây cắm và nút nguồn, rồi bấm F5. Chưa được thì chụp bằng điện thoại, hoặc chọn tệp có sẵn.`,
  'scan/offline': ({ scanner, sheets }) =>
    `Không liên lạc được với ${name(scanner)}. ${safe(sheets)} Xem nút nguồn và dây mạng của máy quét, ${startAt(sheets)} rồi bấm F5. ${OTHER_WAYS}`,
  'scan/policy': ({ sheets }) =>
    `Máy tính này được cài đặt để không chương trình nào gọi máy quét theo cách này. ${safe(sheets)} Gọi quản trị. Làm ngay thì quét vào thư mục từ nút trên máy quét, hoặc chụp bằng điện thoại.`,
  'scan/settings-refused': ({ sheets }) =>
    `Máy quét không nhận cách quét đã chọn. ${safe(sheets)} Chọn “Cài đặt riêng của máy quét” ở phần chọn máy quét rồi bấm F5. ${OTHER_WAYS}`,
  'scan/stalled': ({ sheets }) =>
    `Máy quét im lặng đã lâu nên máy thôi đợi. ${safe(sheets)} Xem có giấy kẹt hay không, tắt máy quét rồi mở lại, ${startAt(sheets)} rồi bấm F5. ${OTHER_WAYS}`,
  'scan/warming-up': ({ sheets }) => `Máy quét đang khởi động. ${safe(sheets)} Đợi khoảng một phút rồi bấm F5. ${OTHER_WAYS}`,

  'picture/broken': ({ file }) => `${picture(file)} bị hỏng hoặc chép dở, không đọc hết được. ${NO_PAGE_ADDED} ${again(file)}`,
  'picture/empty': ({ file }) => `${picture(file)} trống, không có gì bên trong. ${NO_PAGE_ADDED} ${again(file)}`,
  'picture/gone': ({ file }) => `${picture(file)} không còn ở chỗ cũ, hoặc ổ đĩa mạng không trả lời. ${NO_PAGE_ADDED} ${again(file)}`,
  'picture/locked': ({ file }) => `${picture(file)} có mật khẩu nên không mở được. ${NO_PAGE_ADDED} Nhờ người gửi bỏ mật khẩu, hoặc quét lại tờ giấy.`,
  'picture/too-large': ({ file }) => `${picture(file)} lớn quá mức đọc được. ${NO_PAGE_ADDED} ${file === '' ? 'Chọn 200 chấm rồi quét lại tờ này (F8).' : 'Lưu lại nhỏ hơn rồi chọn lại, hoặc quét lại tờ giấy.'}`,
  'picture/not-cleaned': () => 'Máy chưa làm rõ được trang này. Bản quét gốc còn nguyên trên máy, các trang khác vẫn còn đủ. Bấm Làm lại trang này ở Khay quét; chưa được thì khởi động lại chương trình, hoặc quét lại tờ này (F8).',
  'picture/unknown-kind': ({ file }) => `${picture(file)} không phải ảnh hay PDF mà máy đọc được. ${NO_PAGE_ADDED} ${file === '' ? again(file) : 'Chọn tệp PDF, JPG, PNG, TIFF, WebP, HEIC hoặc BMP, hoặc quét lại tờ giấy.'}`,

  'folder/gone': ({ folder }) => `Không thấy thư mục ${folder}. ${FOLDER_STAYS} Xem ổ đĩa hay mạng có nối không rồi chọn lại, hoặc chọn thư mục khác.`,
  'folder/closed': ({ folder }) => `Chương trình không ghi được vào thư mục ${folder}. ${FOLDER_STAYS} Gọi quản trị mở quyền ghi, hoặc chọn thư mục khác.`,
  'folder/ours': ({ folder }) => `Thư mục ${folder} nằm chung với sổ của chương trình. ${FOLDER_STAYS} Chọn một thư mục riêng chỉ để máy quét lưu vào.`,

  'phone/no-network': () => `Máy tính này chưa vào mạng của cơ quan nên điện thoại không tới được. ${PAGES_SAFE} Cắm dây mạng hoặc mở Wi-Fi rồi bấm lại; hoặc quét, hoặc chọn tệp có sẵn.`,
  'lend/fetched': () => `Quầy ấy vừa nhận các trang của mình. ${PAGES_SAFE} Không cần làm gì thêm; muốn xem thì mở khay quét ở quầy ấy.`,
  'lend/unknown-desk': () => `Máy đang giữ máy quét chưa biết quầy này. ${PAGES_SAFE} Bật cả hai máy, đợi chúng gửi xong về thành phố rồi bấm F5. ${OTHER_WAYS}`,
  'lend/unreachable': () => `Máy cho mượn máy quét đang tắt, hoặc không cùng mạng. ${PAGES_SAFE} Bật máy đó lên rồi bấm F5; trang đã quét bên đó tự sang đây. ${OTHER_WAYS}`,
  'tray/blanks-aside': ({ count }) => `Đã để riêng ${formatCount(count)} mặt trắng, chưa bỏ hẳn. ${PAGES_SAFE} Mặt nào có chữ thì lấy lại từ “Để riêng”.`,
  'tray/cover-of-another-office': ({ sheet }) => `Tờ ${formatCount(sheet)} là tờ bìa của đơn vị khác. Trang sau nó nằm ở “Chưa rõ”, ${lower(PAGES_SAFE)} Chọn giấy cho từng trang, hoặc bỏ ra để trả lại.`,
  'tray/cover-unread': ({ sheet }) =>
    `Tờ ${formatCount(sheet)} giống tờ bìa mà đọc không ra. Trang sau nó nằm ở “Chưa rõ”, ${lower(PAGES_SAFE)} Quét lại tờ này (F8), hoặc chọn giấy cho từng trang.`,
  'tray/count-differs': ({ expected, came, sheet }) =>
    `Tờ bìa ghi ${formatCount(expected)} tờ mà máy quét được ${formatCount(came)} tờ, tới tờ ${formatCount(sheet)}. ${came > expected ? 'Có thể một tờ bìa đã đi chung với tờ khác.' : 'Có thể hai tờ đã đi chung.'} Các trang ấy nằm ở “Chưa rõ”, ${lower(PAGES_SAFE)} Đếm lại giấy: đủ thì xếp theo gợi ý, thiếu thì quét thêm tờ thiếu.`,
  'tray/cover-missing': ({ sheet, dossierCode }) =>
    `Tờ bìa của hồ sơ ${dossierCode} đã in mà chưa thấy qua máy quét, có thể đã đi chung với tờ khác. Trang từ tờ ${formatCount(sheet)} nằm ở “Chưa rõ”, ${lower(PAGES_SAFE)} Xem trang rồi xếp theo gợi ý, hoặc tìm tờ bìa đó và quét lại từ nó.`,
  'tray/face-down': ({ sheet }) =>
    `Tờ ${formatCount(sheet)} chỉ thấy mặt trắng, có thể là tờ bìa hay giấy đặt úp. Trang từ tờ ấy nằm ở “Chưa rõ”, ${lower(PAGES_SAFE)} Lật tờ ấy rồi quét lại (F8); nếu đúng là tờ trắng thì bấm Delete để bỏ nó.`,
  'tray/faint': ({ sheet }) => `Tờ ${formatCount(sheet)} rất mờ. ${PAGES_SAFE} Quét lại (F8), hoặc giữ nếu giấy gốc vốn mờ.`,
  'tray/paper-unknown': ({ sheet }) =>
    `Tờ bìa ở tờ ${formatCount(sheet)} ghi một giấy mà hồ sơ không còn. Trang sau nó nằm ở “Chưa rõ”, ${lower(PAGES_SAFE)} Chọn giấy cho từng trang.`,
  'tray/dossier-unknown': ({ sheet }) => `Không thấy hồ sơ của tờ bìa ở tờ ${formatCount(sheet)} trong sổ của máy. Trang vẫn còn đủ trong khay. Chọn hồ sơ khác; hồ sơ quầy khác vừa nhận thì đợi nó sang máy này.`,
  'tray/interrupted': ({ sheets }) => `Lần quét trước bị ngắt giữa chừng vì chương trình tắt. ${safe(sheets)} Còn giấy thì ${startAt(sheets)} rồi bấm F5. ${OTHER_WAYS}`,
  'tray/nothing-placed': () => 'Chưa trang nào được xếp vào giấy. Các trang vẫn còn đủ trong khay. Chọn trang, bấm số của giấy, rồi bấm F9.',
  'tray/page-gone': () => `Trang này không còn trong khay, có lẽ vừa được xếp xong. ${PAGES_SAFE} Mở lại khay để xem.`,
  'tray/running': () => `Máy quét đang chạy cho chồng giấy khác. ${PAGES_SAFE} Đợi xong, hoặc dừng lượt đó, rồi bấm F5.`,
  'tray/silent': ({ sheets }) =>
    `Máy quét chưa gửi gì từ nửa phút nay. ${safe(sheets)} Xem máy quét có kẹt giấy hay chờ bấm nút; máy vẫn đợi, muốn thôi thì bấm Dừng. ${OTHER_WAYS}`,
}

/** What had come before is told in words, as in "Mười một tờ trước". */
function safe(sheets: number): string {
  if (sheets <= 0) return PAGES_SAFE
  return sheets === 1 ? 'Tờ trước đã quét xong, vẫn còn đủ.' : `${upper(numberInWords(sheets))} tờ trước đã quét xong, vẫn còn đủ.`
}

function startAt(sheets: number): string {
  return sheets <= 0 ? 'đặt lại giấy' : `đặt lại giấy từ tờ thứ ${formatCount(sheets + 1)}`
}

function name(scanner: string): string {
  return scanner === '' ? 'máy quét' : `máy quét ${scanner}`
}

function picture(file: string): string {
  return file === '' ? 'Ảnh máy quét gửi về' : `Tệp ${file}`
}

function again(file: string): string {
  return file === '' ? 'Quét lại tờ này (F8), hoặc chụp bằng điện thoại.' : 'Chọn lại tệp khác, hoặc quét lại tờ giấy.'
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

function upper(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

import { formatDay } from '../../shared/base/day.ts'
import { formatMoney } from '../../shared/base/money.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** Every sentence of "Chứng thực". Numbers and names come in, words go out. */
export const certifyText = {
  title: 'Chứng thực',
  lead: 'làm xong trong ngày; nhận sau 15:00 thì hẹn ngày làm việc kế tiếp, máy in thêm giấy hẹn',

  // Người yêu cầu
  person: 'Người yêu cầu',
  name: 'Họ và tên',
  fromCard: 'từ thẻ căn cước',
  emptyHint: 'Đưa thẻ vào đầu đọc, hoặc gõ tên',
  personalNumber: 'Số định danh',
  phone: 'Điện thoại (nếu có)',
  exempt: 'Miễn phí',
  exemptionGround: 'Miễn vì',
  exemptionHint: 'ví dụ: hộ nghèo, người có công',
  shown: 'Đã xem giấy tờ tùy thân của người này',
  cardRefused: 'Thẻ vừa đọc chưa dùng được.',

  // Giấy tờ
  papers: 'Giấy tờ cần chứng thực',
  papersNote: 'mỗi loại giấy một số; vào sổ xong máy cho biết số',
  columns: { place: 'TT', kind: 'Loại giấy tờ', pages: 'Số trang', copies: 'Số bản', how: 'Cách tính', fee: 'Phí' },
  kindOf: (place: number) => `Loại giấy tờ dòng ${String(place)}`,
  pagesOf: (place: number) => `Số trang dòng ${String(place)}`,
  copiesOf: (place: number) => `Số bản dòng ${String(place)}`,
  amountOf: (place: number) => `Số tiền dòng ${String(place)}`,
  typeKind: 'Gõ vài chữ, Enter',
  usualPages: (pages: number) => `thường ${String(pages)} trang`,
  copiesTyped: (copies: number) => `${String(copies)} bản`,
  lastTime: (day: string, papers: string) => `Lần trước ${day}: ${papers}.`,
  lastTimePaper: (name: string, copies: number) => `${name} × ${String(copies)}`,
  takeLastTime: 'Lấy như lần trước',
  otherKind: (text: string) => `Ghi loại khác: “${text}”`,
  kindNothing: 'Gõ tên giấy.',
  lastPage: 'Ghi lời chứng ở trang cuối; từ 2 tờ đóng giáp lai',
  bookOf: { copies: 'bản sao', signatures: 'chữ ký', translators: 'chữ ký người dịch', transactions: 'giao dịch' },
  copiesTimes: (count: number) => `× ${String(count)} bản`,
  atMost: (amount: string) => `tối đa ${amount}`,
  eachPaper: (amount: string) => `${amount} một việc`,
  grounds: 'Không chứng thực bản chính bị tẩy xóa, hư nát, đóng dấu mật, hoặc do cá nhân tự lập.',
  allGrounds: 'Xem đủ các trường hợp, từ chối',

  // Thu
  total: (name: string) => name === '' ? 'Thu' : `Thu của ${name}`,
  counted: (papers: number, copies: number) => `${String(papers)} loại giấy, ${String(copies)} bản`,
  noStock: 'Quầy này chưa có quyển biên lai: vào sổ không kèm biên lai.',
  free: 'Miễn phí',
  payment: 'Hình thức thu',
  payments: { cash: 'Tiền mặt', transfer: 'Chuyển khoản' },
  signer: 'Người ký chứng thực',
  signerOfCity: 'thành phố đặt',
  signerOther: 'Người khác, ghi ở dưới',
  signerName: 'Họ tên người ký',
  signerTitle: 'Chức vụ người ký',
  signerTitleHint: 'ví dụ: Phó Chủ tịch',
  extraDays: 'Hẹn thêm, hai bên đã thỏa thuận',
  extraDaysChoices: { '0': 'Không', '1': '1 ngày làm việc', '2': '2 ngày làm việc' },
  later: (day: string) => `Hẹn trả ${day}. Máy in thêm giấy hẹn.`,
  save: 'Vào sổ và in',
  saveRefusal: 'Từ chối và in phiếu',
  saveNote: 'In lời chứng cho từng bản. Số ghi chắc vào sổ ngay lúc này.',
  refusalNote: 'In phiếu có lý do và căn cứ cho người yêu cầu.',
  nextBook: {
    'keeper': (desk: string) => `Số lấy ở sổ chung, ${desk} giữ.`,
    'own-keeper-away': (desk: string) => `${desk} giữ sổ chung, chưa cấp số được: số vào quyển riêng của quầy này.`,
  },
  draftKeptAt: (time: string) => `Đã giữ bản nhập dở lúc ${time}.`,
  draftNotKept: 'Chưa giữ được bản nhập dở. Vào sổ rồi hãy tắt máy.',

  // Từ chối
  refusal: 'Từ chối chứng thực',
  refusalTotal: 'Không thu, không lấy số',
  refusedPaper: 'Giấy tờ bị từ chối',
  refusedWork: 'Việc được yêu cầu',
  ground: 'Căn cứ từ chối',
  note: 'Cụ thể (nếu cần)',
  backToCertify: 'Thôi, chứng thực bình thường',

  // Chặn: đưa con trỏ tới ô thiếu, một câu
  need: {
    'clock': 'Xác nhận hôm nay là ngày nào.',
    'own-book': 'Máy giữ sổ chung chưa cấp số. Chưa vào sổ; những gì đã nhập còn nguyên. Bấm F9 lần nữa để vào quyển riêng của quầy này.',
    'name': 'Còn thiếu họ và tên người yêu cầu.',
    'kind': 'Dòng này chưa có loại giấy. Gõ vài chữ rồi Enter để chọn.',
    'count': 'Ghi số trang và số bản của dòng này.',
    'amount': 'Chưa có mức thu cho việc này. Ghi số tiền phải thu.',
    'exemption': 'Ghi vì sao được miễn.',
    'identity': 'Chứng thực chữ ký, giao dịch phải xem giấy tờ tùy thân có số. Đưa thẻ vào đầu đọc, hoặc gõ số và đánh dấu đã xem.',
    'signer': 'Ghi họ tên và chức vụ người ký chứng thực.',
    'ground': 'Chọn một căn cứ từ chối.',
    'refused-paper': 'Ghi tên giấy tờ bị từ chối.',
    'nothing': 'Chưa có giấy nào. Gõ vài chữ của loại giấy.',
  },
  clockBehind: (today: string, newest: string) =>
    `Đồng hồ máy ghi ${today}, nhưng sổ đã có việc ngày ${newest}. Sửa ngày giờ của máy, hoặc xác nhận hôm nay đúng là ${today}.`,
  clockConfirm: (today: string) => `Hôm nay đúng là ${today}`,

  // Sau khi vào sổ
  certified: (books: readonly { readonly label: string; readonly numbers: readonly number[] }[], fee: number) =>
    `Đã vào sổ ${books.map(({ label, numbers }) => `số ${numberRun(numbers)} quyển ${label}`).join('; ')}. ${fee === 0 ? 'Không thu phí.' : `Thu ${formatMoney(fee)}.`}`,
  refusedSaved: 'Đã ghi từ chối, không lấy số.',
  dueLater: (day: string) => `Hẹn trả ${formatDay(day)}.`,
  receiptDrawn: (number: string) => `Biên lai số ${number}. `,
  printing: 'Đang in.',
  printed: 'Đã in.',
  notPrinted: 'Chưa in.',
  nextPerson: 'Mời người kế tiếp.',
  printAgain: 'In lại',
  parked: (name: string) => `Đã để tạm${name === '' ? '' : ` cho ${name}`}. Mời người kế tiếp.`,
  restored: 'Lần trước máy tắt đột ngột. Bản nhập dở đã giữ lại, làm tiếp từ đây; chưa lấy số nào.',
  draftsCount: (count: number) => `${String(count)} lần chứng thực nhập dở`,
  draftRow: (name: string, papers: number, time: string) => [name === '' ? 'Chưa có tên' : name, `${String(papers)} loại giấy`, time].filter(part => part !== '').join(' · '),
  takeUp: 'Làm tiếp',
  drop: 'Bỏ',

  // Bên cạnh
  done: 'Vừa xong ở quầy này',
  findDone: 'Tìm: tên, số, số định danh',
  doneNothing: 'Hôm nay quầy này chưa chứng thực.',
  foundNothing: 'Không thấy. Gõ ít chữ hơn, hoặc gõ đúng số định danh.',
  doneRow: (papers: number, copies: number, fee: number) => `${String(papers)} loại, ${String(copies)} bản · ${fee === 0 ? 'không thu' : formatMoney(fee)}`,
  refusedRow: 'từ chối',
  voidedRow: (count: number) => `bỏ ${String(count)} số`,
  safe: 'An toàn',
  waiting: 'Chờ gửi',
  today: (visits: number, papers: number, fee: number) => `Hôm nay: ${String(visits)} lượt, ${String(papers)} loại giấy, thu ${formatMoney(fee)}`,
  numberRun: (numbers: readonly number[]) => numberRun(numbers),

  // Một lần chứng thực, bỏ số
  visit: 'Lần chứng thực',
  backToList: 'Về danh sách',
  numberOf: (number: number, label: string) => `Số ${two(number)} · ${label}`,
  countsOf: (pages: number, copies: number) => `${String(pages)} trang, ${String(copies)} bản`,
  void: (number: number) => `Bỏ số ${two(number)}`,
  voidReason: (number: number) => `Vì sao bỏ số ${two(number)}`,
  voidHint: 'Số vẫn nằm trong sổ, ghi là đã bỏ, không dùng lại. Nếu lần này đã có biên lai thì biên lai cũng hủy: thu lại đủ các liên của tờ cũ.',
  voidNow: (number: number) => `Ghi bỏ số ${two(number)}`,
  voided: (number: number, refunded: number) =>
    `Số ${two(number)} đã ghi là bỏ. Số này không dùng lại.${refunded === 0 ? '' : ` Trả lại ${formatMoney(refunded)}.`}`,
  receiptVoided: (old: string, next: string | null) =>
    ` Biên lai số ${old} đã hủy, kẹp lại đủ các liên.${next === null ? '' : ` Số tiền còn lại ghi ở biên lai số ${next}; in tờ ấy đưa người nộp.`}`,
  printReceipt: 'In biên lai',
  isVoided: (reason: string) => `Đã bỏ: ${reason}`,
  otherDesk: (desk: string) => `Số này do ${desk} vào sổ. Muốn bỏ thì sang ${desk}.`,
  cancel: 'Thôi',

  // Sổ
  books: 'Sổ chứng thực',
  showBooks: 'Sổ của đơn vị',
  booksNothing: 'Chưa mở quyển nào. Số đầu tiên của năm tự mở quyển.',
  bookLent: (count: number) => `${String(count)} số cấp cho quầy khác chưa thấy vào sổ`,
  bookLine: (last: number, voidedCount: number) => last === 0 ? 'chưa có số nào' : `đến số ${two(last)}${voidedCount === 0 ? '' : `, bỏ ${String(voidedCount)} số`}`,
  bookClosed: (day: string) => `Đã khóa ngày ${day}`,
  closableFrom: (day: string) => `khóa được từ ${day}`,
  close: 'Khóa quyển này',
  closeSure: (label: string, last: number) => `Khóa quyển ${label} ở số ${two(last)}. Khóa rồi không ghi thêm, không mở lại được.`,
  closeNow: 'Khóa và in lời khóa sổ',
  closedNow: (label: string) => `Đã khóa quyển ${label}.`,
  printClosing: 'In lời khóa sổ',
  notClosedYet: (labels: string) => `Sổ năm trước chưa khóa: ${labels}. Khóa ở “Sổ của đơn vị”.`,

  hindrance: {
    'not-allowed': 'Tên này không chứng thực',
    'read-only': 'Chỉ xem, chưa vào sổ được',
    'disk-full': 'Ổ đĩa đầy, chưa vào sổ được',
    'disk-very-low': 'Ổ đĩa gần đầy, chưa vào sổ được',
    'no-range': 'Chờ thành phố cấp sổ cho máy này',
  },
  noRange: 'Máy này chờ thành phố cấp khoảng số mới nên chưa mở được sổ. Có mạng thì máy tự xin; trước đó sang quầy khác chứng thực.',
  notAllowed: (roles: string) => `Chứng thực: việc của ${roles}.`,

  keys: {
    save: 'Vào sổ và in', saveOnly: 'Vào sổ, không in', removeLine: 'Bỏ dòng', park: 'Để tạm, người kế', printAgain: 'In lại',
    refuse: 'Từ chối', refuseAndPrint: 'Từ chối và in', refuseOnly: 'Từ chối, không in',
  },
} as const

/** Sentences of the help beside the work. */
export const certifyHelp: readonly string[] = [
  'Đưa thẻ vào đầu đọc, gõ vài chữ của loại giấy (gk là giấy khai sinh), Enter; số trang, Enter; số bản, Enter là dòng mới; F9.',
  'Gõ số bản ngay sau chữ cho nhanh: gk 3, Enter là xong dòng ấy. Người đã đến lần trước thì Ctrl+L lấy lại các giấy của lần đó.',
  'Mỗi loại giấy một số, bao nhiêu bản cũng một số. Nhiều loại giấy của một người thì mỗi dòng một loại, F9 một lần.',
  'Chỉ khi bấm F9 máy mới lấy số. Xóa dòng, tắt máy giữa chừng không làm sổ thiếu số.',
  'Ghi nhầm sau F9: chọn người ấy ở bên phải, bấm “Bỏ số”, ghi lý do. Số vẫn nằm trong sổ và không dùng lại.',
  'Chữ ký, giao dịch phải xem giấy tờ tùy thân có số; bản sao thì không bắt buộc.',
]

/** `01`, `01 đến 03`, `01, 03`: runs are told by their ends. */
function numberRun(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((one, other) => one - other)
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)]
  const isRun = sorted.length > 1 && last - first === sorted.length - 1
  return isRun ? `${two(first)} đến ${two(last)}` : sorted.map(two).join(', ')
}

import { formatDay, formatDayLong, formatTime, type Day } from '../../shared/base/day.ts'
import { formatMoney } from '../../shared/base/money.ts'
import { formatCount } from './format.ts'

/** What each step between receipt and the handed-over result is called: its button, what F9 says, what is said once it is written. */
export const stepNames = {
  'forward': { action: 'Chuyển xử lý', save: 'Chuyển hồ sơ', said: 'Đã chuyển hồ sơ.' },
  'supplement': { action: 'Nhận bổ sung', save: 'Ghi đã bổ sung', said: 'Đã nhận bổ sung, đồng hồ chạy lại.' },
  'request-supplement': { action: 'Yêu cầu bổ sung', save: 'Ghi và in phiếu yêu cầu', said: 'Đã yêu cầu bổ sung, đồng hồ dừng.' },
  'submit': { action: 'Trình ký', save: 'Trình ký', said: 'Đã trình ký.' },
  'sign': { action: 'Ký', save: 'Ghi đã ký', said: 'Đã ghi ký. Văn thư vào số, đóng dấu.' },
  'send-back': { action: 'Trả lại, chưa ký', save: 'Trả lại để làm tiếp', said: 'Đã trả lại để làm tiếp.' },
  'resolve': { action: 'Ghi kết quả', save: 'Ghi kết quả', said: 'Đã ghi kết quả, chờ trả.' },
  'resolve-part': { action: 'Ghi kết quả một phần', save: 'Ghi kết quả phần này', said: 'Đã ghi kết quả của phần này.' },
  'number': { action: 'Vào số, đóng dấu', save: 'Ghi số kết quả', said: 'Đã vào số. Kết quả sẵn sàng trả.' },
  'record-payment': { action: 'Ghi đã nộp nghĩa vụ', save: 'Ghi đã nộp', said: 'Đã ghi nộp xong nghĩa vụ tài chính, đồng hồ chạy tiếp.' },
  'request-payment': { action: 'Báo nghĩa vụ tài chính', save: 'Ghi thông báo', said: 'Đã báo nghĩa vụ tài chính, đồng hồ dừng.' },
  'collect-fee': { action: 'Thu lệ phí', save: 'Ghi thu và in biên lai', said: 'Đã ghi thu.' },
  'void-fee-receipt': { action: 'Hủy biên lai', save: 'Ghi hủy và in biên lai khác', said: 'Đã hủy biên lai.' },
  'apologise': { action: 'Xin lỗi, hẹn lại', save: 'Ghi và in văn bản xin lỗi', said: 'Đã xin lỗi và hẹn lại.' },
  'explain-delay': { action: 'Ghi nguyên nhân quá hạn', save: 'Ghi nguyên nhân', said: 'Đã ghi nguyên nhân quá hạn.' },
  'withdraw': { action: 'Rút hồ sơ', save: 'Ghi rút và in thông báo', said: 'Đã ghi rút hồ sơ.' },
  'stop': { action: 'Dừng giải quyết', save: 'Ghi dừng và in thông báo', said: 'Đã dừng giải quyết hồ sơ.' },
} as const

/** Fields and hints of the steps. */
export const stepText = {
  reason: 'Lý do',
  legalGround: 'Căn cứ (nếu có)',
  oneALine: 'Mỗi dòng một giấy hoặc một kết quả.',
  todayIfEmpty: 'Để trống là hôm nay.',
  withoutPaper: 'Ghi, không in',
  newDue: (dueOn: Day | null) => dueOn === null ? '' : ` Hẹn trả mới: ${formatDay(dueOn)}.`,

  onReceipt: (receipt: { readonly symbol: string; readonly printed: string } | undefined) =>
    receipt === undefined ? '' : ` Tiền đứng ở biên lai ${receipt.symbol} số ${receipt.printed}.`,

  delayReason: 'Vì sao quá hạn',
  otherReason: 'Nguyên nhân khác',
  otherReasonWords: 'Nguyên nhân, bằng lời',
  delaySaid: (reason: string) => `Đang ghi: ${reason}. Ghi lại thì lời sau được tính.`,

  forwardTo: 'Chuyển cho ai',
  otherAgency: 'Cơ quan khác',
  agency: 'Tên cơ quan',
  forwardNote: 'Lời nhắn (nếu có)',

  toBring: 'Cần bổ sung những gì',
  clockStops: 'Ghi xong thì thời hạn tạm dừng, đến khi người nộp làm xong.',
  secondRequest: (count: number) => `Đây là lần yêu cầu thứ ${formatCount(count)}. Từ lần thứ hai, hồ sơ bị tính là trễ trong chỉ số của thành phố.`,
  broughtOriginals: (name: string) => `${name}: bản chính`,
  copies: 'Bản sao',
  supplementNote: 'Ghi chú khi nhận',
  supplementNoteHint: 'Không có giấy nào thì ghi vì sao hồ sơ đã đủ.',
  dueAgain: (dueOn: Day, dueAt: string | null) => `Ngày hẹn mới: ${formatDayLong(dueOn)}${dueAt === null ? '' : `, trước ${formatTime(dueAt)}`}.`,
  noDueAgain: 'Thủ tục này không có thời hạn: không có ngày hẹn mới.',

  noticeNumber: 'Số thông báo',
  issuedBy: 'Nơi ra thông báo',
  amount: 'Số tiền phải nộp (đồng)',
  noticedOn: 'Ngày thông báo',
  paid: 'Số tiền đã nộp (đồng)',
  proof: 'Chứng từ đã nộp',
  paidOn: 'Ngày nộp',

  submitTo: 'Trình ai ký',
  results: 'Kết quả',
  draftsAre: (names: string) => `Đang trình: ${names}.`,
  signedHow: 'Ký thế nào',
  wetInk: 'Ký tay trên giấy',
  digital: 'Ký số',
  signedOn: 'Ngày ký',
  sendBackReason: 'Vì sao chưa ký',
  part: 'Phần liên thông',
  result: 'Kết quả',
  resultIfEmpty: (name: string) => `Để trống là ${name}.`,
  resultNumber: 'Số, ký hiệu của kết quả',
  numberOf: (name: string) => `Số, ký hiệu: ${name}`,
  issuedOn: 'Ngày của kết quả',

  take: 'Thu (đồng)',
  owed: (amount: number) => `Còn phải thu ${formatMoney(amount)}.`,
  method: 'Hình thức',
  cash: 'Tiền mặt',
  transfer: 'Chuyển khoản',
  receiptNumber: 'Số biên lai',
  receiptNumberHint: 'Quầy này chưa được cấp quyển nào: gõ số in trên tờ biên lai.',
  receiptToVoid: 'Biên lai phải hủy',
  nextReceipt: 'Số này giữ lại, ghi là hủy. Số tiền chuyển sang biên lai kế tiếp.',

  newDueOn: 'Hẹn lại ngày',
  promisedNow: (dueOn: Day | null) => dueOn === null ? '' : `Đang hẹn ${formatDay(dueOn)}. Chọn một ngày làm việc sau đó.`,
  letterNumber: 'Số văn bản',
  ifNumbered: 'Nếu cơ quan vào số văn bản này.',
  onceOnly: 'Mỗi hồ sơ chỉ xin lỗi và hẹn lại một lần, trước ngày hẹn.',

  request: 'Đề nghị của người nộp',
  requestedBy: 'Ai đề nghị',
  giveBack: (name: string) => `Trả lại bản chính: ${name}`,
  held: (count: number) => `Đang giữ ${formatCount(count)}.`,
  refund: 'Trả lại lệ phí (đồng)',
  taken: (amount: number) => `Đã thu ${formatMoney(amount)}. Để trống là không trả.`,
  refundReason: 'Vì sao trả hoặc không trả',
  endsForGood: 'Ghi xong thì hồ sơ kết thúc, không làm tiếp được.',
  stopAs: 'Kết thúc thế nào',
  stopPlain: 'Dừng giải quyết',
  stopRefusal: 'Từ chối sau khi thẩm định',
} as const

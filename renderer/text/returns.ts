import { formatDay, formatDayLong, formatTime, type Day } from '../../shared/base/day.ts'
import { formatMoney } from '../../shared/base/money.ts'
import type { Collection } from '../../shared/dossiers/progress.ts'
import { dayAndTime } from './dossier.ts'
import { formatCount } from './format.ts'

/** What "Trả kết quả" says. */
export const returnsText = {
  title: 'Trả kết quả',
  ready: 'Chờ trả',
  count: (count: number) => `${formatCount(count)} kết quả`,
  found: (count: number) => `thấy ${formatCount(count)}`,
  find: 'Đưa giấy hẹn vào đầu đọc, hoặc gõ tên, mã',
  findHint: 'ví dụ: le thi, 0362, 092...',
  more: (count: number) => `Xem ${formatCount(count)} kết quả còn lại`,
  long: (count: number) => `${formatCount(count)} đã chờ quá 30 ngày`,
  since: (day: Day) => `từ ${formatDay(day).slice(0, 5)}`,
  post: 'Bưu chính',
  none: 'Không có kết quả chờ trả',
  noneNext: 'Văn thư vào số, đóng dấu xong thì kết quả hiện ở đây.',
  notFound: 'Không thấy trong các kết quả chờ trả',
  notFoundNext: 'Bấm F3 để tìm trong mọi hồ sơ.',
  choose: 'Chọn một kết quả bên trái, hoặc đưa giấy hẹn vào đầu đọc.',
  noSuchCode: (code: string) => `Không thấy hồ sơ ${code} trong sổ của máy. Các kết quả khác vẫn còn đủ. Xem lại giấy hẹn, hoặc gõ tên.`,
  head: (name: string, procedure: string) => `${name} · ${procedure}`,
  facts: (receivedAt: string, dueOn: Day | null) => `nhận ${dayAndTime(receivedAt)}${dueOn === null ? '' : ` · hẹn trả ${formatDayLong(dueOn)}`}`,
  readySince: (at: string) => `có kết quả từ ${dayAndTime(at)}`,

  who: 'Ai đến nhận?',
  collectedBy: { applicant: 'Người nộp', owner: 'Chủ hồ sơ', proxy: 'Người được ủy quyền', post: 'Gửi bưu chính' } satisfies Record<Collection['collectedBy'], string>,
  name: 'Họ và tên',
  representative: 'Người đại diện',
  fromCard: 'từ thẻ căn cước',
  personalNumber: 'Số định danh',
  identity: 'Đã xem giấy gì',
  authorisation: 'Giấy ủy quyền (số, ngày, nơi chứng thực)',
  authorisationHint: 'Hộ tịch: cha, mẹ, con, vợ, chồng, anh chị em ruột thì giấy ủy quyền không phải chứng thực.',
  postNumber: 'Số hiệu bưu gửi',

  handOver: 'Giao kết quả',
  result: (number: string, on: Day) => `, số ${number}, ngày ${formatDay(on)}`,
  readAloud: 'Cho người nhận đọc lại tên, ngày sinh trước khi ký.',
  originals: 'Trả lại giấy gốc đã giữ',
  noOriginals: 'Không giữ giấy gốc nào.',
  original: (name: string) => `${name}, 1 bản chính`,
  originalsOf: (name: string, held: number) => `${name}, đang giữ ${formatCount(held)} bản chính, trả lại`,
  kept: (count: number) => `Còn ${formatCount(count)} bản chính chưa trả. Vẫn trả được, máy ghi lại là còn giữ.`,

  fee: 'Thu phí',
  paid: (amount: number) => amount === 0 ? 'Không phải thu.' : `Đã thu đủ ${formatMoney(amount)}.`,
  owed: (amount: number) => `Còn phải thu ${formatMoney(amount)}`,
  take: 'Thu bây giờ (đồng)',
  takeHint: 'Để trống là chưa thu.',
  method: 'Hình thức',
  methods: { cash: 'Tiền mặt', transfer: 'Chuyển khoản' },
  receiptNumber: 'Số biên lai',

  sign: 'Ký nhận',
  signHint: 'Máy in phiếu biên nhận. Người nhận ký, để phiếu vào khay quét.',
  signPost: 'Gửi bưu chính thì không ký ở quầy, giữ phiếu báo phát.',

  after: 'Trả xong là ghi ngay vào sổ và đóng hồ sơ.',
  save: 'Trả kết quả và in phiếu',
  saveKey: 'Trả và in phiếu',
  saveOnly: 'Trả, không in',
  said: (code: string, name: string, taken: number, receipt?: { readonly symbol: string; readonly printed: string }) => {
    const fee = taken === 0 ? '' : `, thu ${formatMoney(taken)}`
    return `Đã trả ${code} cho ${name}${fee}${receipt === undefined ? '' : `, biên lai ${receipt.symbol} số ${receipt.printed}`}.`
  },
  printFailed: {
    'return-slip': (why: string) => `Đã ghi trả, phiếu chưa in được. ${why}`,
    'fee-receipt': (why: string) => `Đã ghi thu, biên lai chưa in được. ${why}`,
  },
  printed: { 'return-slip': 'Phiếu đã in.', 'fee-receipt': 'Biên lai đã in.' },
  savedAs: {
    'return-slip': (file: string) => `Chưa chọn máy in nên phiếu đã lưu thành tệp ${file}.`,
    'fee-receipt': (file: string) => `Biên lai đã lưu thành tệp ${file}.`,
  },

  notReady: (where: string, since: string) => `Chưa có kết quả. Đang ở ${where}, từ ${dayAndTime(since)}.`,
  notReadyState: (state: string) => `Chưa có kết quả để trả: hồ sơ ở tình trạng “${state}”.`,
  dueOn: (dueOn: Day, at: string | null) => `Hẹn trả ${formatDayLong(dueOn)}${at === null ? '' : `, ${formatTime(at)}`}.`,
  toNumber: 'Kết quả đã ký, chờ văn thư vào số, đóng dấu.',
  returned: (who: string, name: string, at: string) => `${who} đã trả lúc ${dayAndTime(at)} cho ${name}.`,
  openDossier: 'Mở hồ sơ',
  disputed: 'Hồ sơ này có chỗ hai nơi ghi khác nhau. Kết quả vẫn trả được; mở hồ sơ để xem.',
  notMine: (roles: string) => `Trả kết quả: việc của ${roles}.`,

  keys: { find: 'Tìm kết quả', rows: 'Chọn hồ sơ', part: 'Phần kế', tick: 'Đánh dấu', park: 'Để tạm, người kế' },
  help: [
    'Đưa giấy hẹn vào đầu đọc: máy mở đúng kết quả. Đưa thẻ căn cước: máy điền người đến nhận.',
    'Enter sang ô kế; ở ô cuối thì tới nút chính. F9 trả và in phiếu, Shift+F9 trả mà không in.',
    'Giấy gốc bỏ dấu là còn giữ lại; máy ghi vào phiếu và hồ sơ.',
    'F8 để tạm người này, trở về ô tìm. Esc quay về bàn làm việc.',
  ],
} as const

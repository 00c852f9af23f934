import { dayOfInstant, daysBetween, formatDay, formatDayLong, formatTime, type Day } from '../../shared/base/day.ts'
import { formatBytes, formatCount } from './format.ts'

/** `10:11`, `16:58 hôm qua`, `16:58 ngày 18/11/2026` */
export function whenSent(at: string, today: Day): string {
  const on = dayOfInstant(at)
  if (on === today) return formatTime(at)
  return daysBetween(on, today) === 1 ? `${formatTime(at)} hôm qua` : `${formatTime(at)} ngày ${formatDay(on)}`
}

/** `khoảng 5 phút 40 giây`; above an hour `khoảng 2 giờ` */
export function timeLeft(seconds: number): string {
  if (seconds >= 3600) return `khoảng ${formatCount(Math.round(seconds / 3600))} giờ`
  const whole = seconds < 60 ? Math.max(1, Math.round(seconds)) : Math.round(seconds / 10) * 10
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60]
  return `khoảng ${[minutes > 0 ? `${String(minutes)} phút` : '', rest > 0 ? `${String(rest)} giây` : ''].filter(part => part !== '').join(' ')}`
}

/** What the top bar says of the road to the city, on every screen. */
export const sendingLine = {
  noCity: 'Máy này chưa ghi danh với thành phố.',
  noCityNote: 'Hồ sơ nằm chắc ở đây.',
  asking: 'Đang xem đường về thành phố.',
  offline: 'Không có mạng. Làm việc bình thường.',
  sending: 'Đang gửi về thành phố',
  waiting: 'Chờ gửi về thành phố',
  safe: 'Mọi hồ sơ đã an toàn ở thành phố',
  later: (at: string) => `Gửi tiếp lúc ${formatTime(at)}. Làm việc bình thường.`,
  bySelf: 'máy tự gửi, không cần đợi',
  never: 'chưa gửi lần nào',
  last: (when: string) => `lần gửi gần nhất ${when}`,
  lastSafe: (when: string) => `lần gửi gần nhất ${when}, đã an toàn ở thành phố`,
  left: (seconds: number) => `còn ${timeLeft(seconds)}`,
  toSend: (count: number) => `${formatCount(count)} hồ sơ chờ gửi`,
  toSendShort: (count: number) => `${formatCount(count)} hồ sơ chờ`,
  pagesToSend: (count: number) => `${formatCount(count)} trang chờ gửi`,
  actsToSend: 'còn việc chờ gửi',
  refused: (count: number) => `${formatCount(count)} không gửi được`,
  lookAt: 'bấm Alt+9 để xem',
} as const

/** The place "Kết ngày". */
export const syncWords = {
  title: 'Kết ngày',
  of: (day: Day, deskCount: number) => `Kết ngày ${formatDayLong(day)} · cả bộ phận${deskCount > 1 ? `, ${formatCount(deskCount)} quầy` : ''}`,
  opening: 'Đang đếm hồ sơ của hôm nay.',
  proof: {
    nothing: 'Hôm nay chưa nhận hồ sơ nào.',
    whole: (count: number) => `${formatCount(count)} trong ${formatCount(count)} hồ sơ hôm nay đã an toàn ở thành phố.`,
    some: (safe: number, all: number) => `${formatCount(safe)} trong ${formatCount(all)} hồ sơ đã an toàn ở thành phố.`,
    noCity: (all: number) => `${formatCount(all)} hồ sơ hôm nay đã ghi trên máy này.`,
  },
  readAgain: {
    whole: (pages: number) => `Thành phố đã đọc lại đủ ${formatCount(pages)} trang, giống hệt từng trang ở đây.`,
    some: (safe: number, all: number) => `Thành phố đã đọc lại ${formatCount(safe)} trong ${formatCount(all)} trang, giống hệt từng trang ở đây.`,
  },
  rest: 'Phần còn lại đang nằm chắc trên máy này.',
  noCityRest: 'Máy này chưa ghi danh với thành phố nên chưa gửi đi đâu. Hồ sơ nằm chắc ở đây. Ghi danh ở Thiết lập.',
  neverReached: 'Chưa tới được thành phố lần nào. Mọi thứ nằm chắc trên máy này.',
  bar: (safe: number, waiting: number, refused: number) =>
    `${formatCount(safe)} an toàn, ${formatCount(waiting)} chờ gửi, ${formatCount(refused)} không gửi được`,
  counts: 'Danh sách của từng số',
  safe: (count: number) => `${formatCount(count)} an toàn`,
  waiting: (count: number, pages: number) => `${formatCount(count)} chờ gửi${pages > 0 ? `, ${formatCount(pages)} trang` : ''}`,
  refused: (count: number) => `${formatCount(count)} không gửi được`,
  print: 'In bản kết ngày',
  printing: 'Đang lập bản kết ngày.',
  printed: (code: string) => `Đã in bản kết ngày, mã đối chiếu ${code}.`,
  savedPdf: (code: string, file: string) => `Chưa chọn máy in nên đã lưu bản kết ngày, mã đối chiếu ${code}, thành tệp ${file}.`,
  calm: 'Cứ làm tiếp hoặc tắt máy: không mất gì, mở lên máy gửi tiếp từ chỗ dở.',
  calmCode: (code: string) => `Bản in có mã đối chiếu ${code} để thành phố kiểm lại.`,

  refusedTitle: (count: number) => `Không gửi được: ${formatCount(count)}, cần người làm`,
  refusedAbout: 'Về',
  refusedWhy: 'Vì sao',
  refusedNext: 'Làm gì tiếp',
  refusedDo: 'Nút',
  refusedSince: (when: string) => `từ ${when}`,
  about: { line: 'Sổ của máy này', page: 'Ảnh trang giấy', device: 'Máy này', pull: 'Phần thành phố gửi xuống' },
  again: 'Gửi lại',
  againOf: (what: string) => `Gửi lại: ${what}`,
  letIn: 'Đã xem, cho nhận tiếp',
  giveUp: 'Thôi không gửi',
  giveUpOf: (what: string) => `Thôi không gửi: ${what}`,
  giveUpTitle: (what: string) => `Thôi không gửi nữa: ${what}`,
  giveUpNote: 'Phần này vẫn nằm trên máy này. Việc thôi không gửi vào sổ, kèm tên và lý do.',
  reason: 'Vì sao thôi',
  reasonMissing: 'Ghi vài chữ vì sao thôi.',
  giveUpSave: 'Ghi, thôi không gửi',
  leave: 'Quay lại',
  settledAgain: 'Máy đang gửi lại.',
  settledGivenUp: 'Đã ghi: thôi không gửi phần đó.',

  waitingTitle: (count: number) => `${formatCount(count)} hồ sơ đang chờ`,
  waitingOrder: 'gửi chữ trước, ảnh sau; hồ sơ mới trước',
  waitingNone: 'Không còn hồ sơ nào chờ gửi.',
  safeTitle: (count: number) => `${formatCount(count)} hồ sơ an toàn ở thành phố`,
  safeNote: 'thành phố đã ký xác nhận',
  safeNone: 'Chưa có hồ sơ nào của hôm nay được thành phố xác nhận.',
  allTitle: (count: number) => `${formatCount(count)} hồ sơ hôm nay`,
  code: 'Mã hồ sơ',
  noCode: 'Không có mã',
  applicant: 'Người nộp',
  desk: 'Quầy',
  left: 'Còn gửi',
  pagesLeft: (count: number) => count === 0 ? '' : `${formatCount(count)} trang`,
  waitsFor: 'Đang chờ gì',
  waits: {
    text: 'Chờ gửi chữ',
    pages: 'Chữ đã tới thành phố, chờ gửi ảnh',
    word: 'Chờ thành phố xác nhận',
  },

  roads: 'Đường gửi',
  city: 'Thẳng về thành phố',
  cityState: { 'no-city': 'chưa ghi danh', 'offline': 'không có mạng', 'idle': 'đang nối', 'sending': 'đang gửi', 'later': 'hẹn gửi lại', 'stuck': 'cần người xem' },
  cityName: (name: string) => `Gửi về ${name}.`,
  bytesLeft: (bytes: number) => `Còn ${formatBytes(bytes)}.`,
  nothingLeft: 'Không còn gì chờ gửi.',
  secondsLeft: (seconds: number) => `${timeLeft(seconds).replace(/^k/, 'K')} nữa. Rớt mạng thì gửi tiếp từ chỗ dở.`,
  unknownLeft: 'Chưa biết bao lâu. Rớt mạng thì gửi tiếp từ chỗ dở.',
  laterAt: (at: string) => `Gửi tiếp lúc ${formatTime(at)}; bấm F8 để gửi ngay.`,
  offlineRest: 'Có mạng thì máy tự gửi.',
  lastSent: (when: string) => `Lần gửi gần nhất ${when}.`,
  byDesk: 'Theo quầy',
  byDeskNote: 'an toàn / đã nhận',
  deskCount: (safe: number, received: number) => `${formatCount(safe)}/${formatCount(received)}`,

  sent: 'Đang gửi ngay, không cần đợi.',
  keys: { print: 'In bản kết ngày', now: 'Gửi lại ngay', rows: 'Chọn dòng', open: 'Mở hồ sơ', next: 'Phần kế', back: 'Về bàn làm việc' },
  help: [
    'Hồ sơ chỉ “an toàn” khi thành phố đã ghi đủ mọi việc, đọc lại từng trang và ký xác nhận.',
    'Mỗi con số mở đúng danh sách của nó.',
    'Phần không gửi được đứng đầu, có lý do và việc làm tiếp. Nó ở đó đến khi có người giải quyết; phần khác vẫn gửi tiếp.',
    'F9 in bản kết ngày. Thành phố gõ mã đối chiếu trên giấy là thấy đúng các số đó.',
    'F8 gửi ngay. Không bấm cũng được: có mạng thì máy tự gửi.',
  ],
} as const

/** In a list and on a dossier: safe by rule S8, or not yet. */
export const safety = {
  column: 'Lưu giữ',
  safe: 'An toàn',
  waiting: 'Chờ gửi',
  here: 'Đã ghi',
  safeAtCity: 'An toàn ở thành phố',
} as const

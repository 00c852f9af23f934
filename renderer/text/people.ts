import { dayOfInstant, formatDay, formatDayLong, formatTime, type Day } from '../../shared/base/day.ts'
import { formatCount } from './format.ts'

/** What the place "Người dùng" says. */
export const peopleWords = {
  title: 'Người dùng',
  listTitle: 'Người dùng của đơn vị',
  caption: 'Người dùng của đơn vị, theo ngày vào; bấm Enter ở một người để xem và đổi',
  count: (here: number, gone: number) => gone === 0 ? `${formatCount(here)} người` : `${formatCount(here)} người, ${formatCount(gone)} đã thôi`,
  columns: { name: 'Họ và tên', roles: 'Việc được giao', since: 'Từ ngày', state: 'Tình trạng' },
  free: 'Vào được',
  lockedUntil: (time: string) => `Khóa đến ${time}`,
  gone: (at: string) => `Thôi từ ${formatDay(dayOfInstant(at))}`,
  heldBack: 'Có việc chờ quyết lại',
  heldBackWords: (what: 'withdrawn' | 'roles-set', name: string, byName: string, at: string) =>
    `Lúc ${formatTime(at)} ngày ${formatDay(dayOfInstant(at))}, ${byName} đã ${what === 'withdrawn' ? `cho ${name} thôi làm` : `bỏ việc Giám đốc của ${name}`}`
    + ` khi máy chưa biết đơn vị không còn Giám đốc nào khác. Việc ấy chưa có hiệu lực: ${name} vẫn là Giám đốc, mọi việc đã làm còn đủ.`
    + ' Để quyết lại, thêm một Giám đốc nữa rồi người ấy ghi việc được giao hoặc cho thôi, hoặc hỏi thành phố.',
  me: 'đang ở quầy này',
  opening: 'Đang mở danh sách.',

  parts: (name: string) => `Xem và đổi: ${name}`,
  part: { 'work': 'Việc trong ngày', 'own-pin': 'Đổi PIN của tôi', 'roles': 'Việc được giao', 'pin': 'Đặt lại PIN', 'withdraw': 'Cho thôi làm' },
  choosePart: 'Chọn một phần để xem. Lần xem việc của người khác sẽ vào sổ.',
  addKey: 'Thêm người',
  goToPart: 'Đến phần',
  rows: 'Chọn người',

  newTitle: 'Thêm người',
  name: 'Họ và tên',
  roles: 'Việc được giao',
  rolesHint: 'Một người làm được nhiều việc. Đổi xong có hiệu lực ngay, kể cả khi người đó đang ngồi ở máy khác; máy khác biết ở lần gửi kế.',
  pin: 'PIN, 6 số',
  newPin: 'PIN mới, 6 số',
  pinAgain: 'PIN lần nữa',
  newPinAgain: 'PIN mới lần nữa',
  currentPin: 'PIN đang dùng',
  add: 'Thêm người này',
  added: (name: string) => `Đã ghi tên ${name}. Người này vào được ngay bằng PIN của mình.`,
  changeRoles: 'Ghi việc được giao',
  rolesChanged: (name: string) => `Đã ghi việc được giao cho ${name}.`,
  setPin: 'Ghi PIN mới',
  pinSet: (name: string) => `Đã ghi PIN mới của ${name}. PIN cũ không dùng được nữa; nếu tên đang khóa thì đã mở.`,
  ownPinHint: 'Nhập PIN đang dùng rồi PIN mới hai lần. Không cần mạng, không cần nhờ ai.',
  changeOwnPin: 'Đổi PIN của tôi',
  ownPinChanged: 'Đã đổi. Từ lần vào sau dùng PIN mới.',
  withdrawHint: (name: string) =>
    `${name} không vào máy được nữa; nếu đang ngồi ở một máy thì máy đó khóa ngay khi biết. Mọi việc đã làm, kể cả việc chưa gửi, vẫn còn đủ.`,
  reason: 'Vì sao',
  withdraw: 'Cho thôi làm ở đây',
  withdrawn: (name: string) => `${name} đã thôi làm ở đây. Việc đã làm vẫn còn đủ.`,
  problems: {
    'name-missing': 'Chưa có họ và tên.',
    'role-missing': 'Chọn ít nhất một việc.',
    'reason-missing': 'Ghi một dòng lý do.',
    'pin-malformed': 'PIN là 6 chữ số.',
    'pin-weak': 'PIN này dễ đoán. Chọn 6 số khác.',
    'pin-differs': 'Hai lần nhập PIN khác nhau. Nhập lại lần nữa.',
  },

  workCaption: (name: string, day: Day) => `Việc của ${name} ngày ${formatDay(day)}, mới nhất trước`,
  workCount: (count: number, day: Day) => `${formatCount(count)} việc, ${formatDayLong(day)}`,
  workLooked: 'Lần xem này đã vào sổ.',
  workOwn: 'Chỉ anh (chị) và Giám đốc xem được danh sách này.',
  workNone: 'Ngày này không có việc nào ở những máy mà máy này biết.',
  workReading: 'Đang đọc sổ của ngày này.',
  workDay: 'Ngày',
  workDayHint: 'ví dụ 25/11/2026',
  workDayOdd: 'Gõ một ngày có thật, không sau hôm nay.',
  dayBefore: 'Ngày trước',
  dayAfter: 'Ngày sau',
  workColumns: { at: 'Lúc', what: 'Việc', about: 'Hồ sơ, số chứng thực', desk: 'Ở đâu' },

  help: [
    '↑ ↓ chọn người, Enter mở người ấy. Ctrl+1, Ctrl+2… sang phần khác của người đang mở.',
    'Thêm người, đổi việc, đặt lại PIN, cho thôi làm: việc của Giám đốc, không cần mạng. Việc nào thành phố giữ thì hỏi thành phố.',
    'Người thôi làm không mất gì đã làm: tên vẫn đứng ở mọi việc cũ, việc chưa gửi vẫn gửi đi.',
    'PIN không hiện ở đâu và không ai đọc lại được, kể cả Giám đốc. Quên thì đặt PIN mới.',
    'Xem việc trong ngày của người khác thì lần xem cũng vào sổ.',
  ],
} as const

/** What the frame says on every screen: places, top bar, key bar, machines of the desk. */
export const placeNames = {
  desk: 'Bàn làm việc',
  intake: 'Tiếp nhận',
  certify: 'Chứng thực',
  scan: 'Khay quét',
  returns: 'Trả kết quả',
  search: 'Tra cứu',
  registers: 'Sổ, báo cáo',
  catalogue: 'Thủ tục',
  sync: 'Kết ngày',
  people: 'Người dùng',
  settings: 'Thiết lập',
  dossier: 'Hồ sơ',
  person: 'Một người',
} as const

export const shell = {
  brand: 'Một Cửa',
  title: (screen: string) => `${screen} – Một Cửa`,
  skip: 'Bỏ qua, đến phần làm việc',
  opening: 'Đang mở chương trình. Mọi hồ sơ đã lưu vẫn nằm trên máy này.',

  unitAndDesk: (unit: string, desk: string) => `${unit} · ${desk}`,
  find: 'Tìm hồ sơ, người, mã',
  findHint: 'Tìm mã, tên, số định danh',

  places: 'Các màn hình',
  placesHint: { before: 'Giữ', key: 'Alt', after: 'và bấm số' },
  lock: 'Khóa, đổi người',

  machines: 'Máy móc ở quầy này',
  printer: 'Máy in',
  disk: 'Ổ đĩa',
  diskFree: (free: string) => `Còn trống ${free}`,
  secondCopy: 'Bản thứ hai',
  secondCopyState: { off: 'Chưa đặt', whole: 'Đủ', behind: 'Đang chép', missing: 'Không thấy thư mục' },

  keysOfScreen: 'Phím của màn này',
  help: 'Trợ giúp',
  closeHelp: 'Đóng',
  helpKeys: 'Phím ở mọi màn',
  nextPart: 'Phần kế',
} as const

/** Keys that do the same everywhere, for the help beside the work: key, what it does. */
export const helpEverywhere: readonly (readonly [string, string])[] = [
  ['Enter', 'ô kế; ở ô cuối thì tới nút chính'],
  ['Shift+Enter', 'ô trước'],
  ['Esc', 'lùi một bước, không mất chữ đã gõ'],
  ['F2', 'tiếp nhận hồ sơ'],
  ['F3', 'ô tìm trên cùng'],
  ['F4', 'chứng thực'],
  ['F6', 'phần kế của màn; Shift+F6 phần trước'],
  ['F7', 'trả kết quả'],
  ['F9', 'việc chính của màn'],
  ['F5', 'quét: cho giấy đang chọn, hoặc cả chồng'],
  ['Alt+1 … 7, 9', 'bàn làm việc, tiếp nhận, chứng thực, khay quét, trả kết quả, tra cứu, sổ và báo cáo, kết ngày'],
  ['Alt+0', 'khóa, đổi người; đang nhập dở vẫn giữ'],
  ['Ctrl+P', 'in'],
  ['Ctrl và +, −, 0', 'chữ to hơn, nhỏ hơn, như cũ'],
]

import { formatCount } from './format.ts'

/** Words of the sign-in screen. */
export const signInWords = {
  title: 'Ai đang ngồi quầy này?',
  windowTitle: 'Ai đang ngồi quầy',
  how: { before: 'Bấm tên mình, hoặc gõ vài chữ của tên (không cần dấu), hoặc bấm', key: 'Alt', after: '+ số.' },
  narrowed: (letters: string, count: number) => count === 0
    ? `Không có tên nào có chữ “${letters}”. Bấm Esc để xem lại đủ tên.`
    : `Đang lọc theo chữ “${letters}”: ${String(count)} tên. Bấm Esc để xem lại đủ tên.`,
  showAll: (count: number) => `Xem tất cả ${String(count)} người`,
  enterPin: 'Nhập 6 số PIN bằng bàn phím hoặc bấm vào số.',
  pin: 'Số PIN, 6 chữ số',
  digitsSoFar: (count: number) => `${String(count)} trong 6 số`,
  numberPad: 'Bàn phím số',
  erase: 'Xóa',
  enter: 'Vào',
  checking: 'Đang xem PIN.',
  welcome: (name: string) => `Đã vào: ${name}.`,
  triesLeft: (count: number) => `Còn ${String(count)} lần nhập. Sai 5 lần, tài khoản tạm khóa 15 phút trên máy này.`,
  wrong: (triesLeft: number) => `PIN chưa đúng. Còn ${String(triesLeft)} lần nhập.`,
  locked: (until: string) =>
    `Sai 5 lần. Tên này tạm khóa đến ${until} trên máy này. Nhờ Giám đốc Trung tâm đặt lại PIN, không cần mạng.`,
  forgotten: 'Quên PIN: nhờ Giám đốc Trung tâm đặt lại, không cần mạng.',
  nobody: 'Chưa có ai được ghi tên trên máy này. Gọi quản trị để ghi tên; sổ của máy vẫn còn đủ.',

  facts: 'Tình trạng máy này',
  factCity: { title: 'Máy này chưa ghi danh với thành phố', rest: 'Cứ làm việc. Hồ sơ nằm chắc ở đây.' },
  factSafe: {
    title: 'Không còn gì chờ gửi',
    titleWaiting: 'Còn việc chờ gửi',
    whole: (count: number) => `${formatCount(count)} hồ sơ hôm qua đã an toàn ở thành phố.`,
    waiting: (count: number) => `${formatCount(count)} hồ sơ hôm qua còn chờ gửi. Vẫn nằm chắc trên máy này.`,
    nothingYesterday: 'Hôm qua không nhận hồ sơ nào. Cứ làm việc, có mạng thì máy tự gửi.',
  },
  drafts: (count: number) => `Còn ${formatCount(count)} hồ sơ nhập dở`,
  factCopy: {
    off: { title: 'Bản thứ hai: chưa đặt', rest: 'Sổ chỉ nằm ở ổ đĩa này. Chọn thư mục thứ hai ở Thiết lập.' },
    whole: { title: 'Bản thứ hai: đủ', rest: 'Sổ nằm ở hai nơi, giống hệt nhau.' },
    behind: { title: 'Bản thứ hai: đang chép', rest: 'Sổ nằm chắc ở máy này; phần mới đang được chép thêm.' },
    missing: { title: 'Bản thứ hai: không thấy', rest: 'Sổ nằm chắc ở máy này. Cắm lại ổ đĩa của bản thứ hai.' },
  },
  factPrinter: (state: string) => `Máy in: ${state.charAt(0).toLowerCase()}${state.slice(1)}`,
  factNoPrinter: 'Giấy lưu thành tệp PDF; chọn máy in ở Thiết lập.',
  factDisk: (free: string) => `Ổ đĩa còn trống ${free}.`,

  trainingTitle: 'Chế độ tập huấn',
  trainingRest: 'Dân giả, hồ sơ giả. Làm sai cũng không sao: không đụng tới sổ thật.',
  enterTraining: 'Vào tập huấn',

  keys: { person: '+ số: chọn người', digits: 'Nhập PIN', enter: 'Vào', erase: 'Xóa số vừa nhập' },
  help: [
    'Chọn tên mình rồi nhập 6 số PIN. Đủ 6 số thì máy tự vào.',
    'Gõ vài chữ của tên, không cần dấu, để tìm nhanh. Mũi tên cũng chọn được tên.',
    'Sai PIN 5 lần thì tên đó tạm khóa 15 phút trên máy này. Giám đốc Trung tâm đặt lại PIN ở màn Người dùng.',
    'Khóa màn không làm mất hồ sơ đang nhập dở.',
  ],
} as const

import { formatCount } from './format.ts'

/** What the scan tray says, here and wherever a page is scanned for a row. */
export const scanText = {
  title: 'Khay quét',
  help: [
    'Đặt cả chồng giấy vào máy quét, tờ bìa trước mỗi hồ sơ hay mỗi giấy, rồi bấm F5. Trang tự về giấy của nó.',
    'Trang chưa rõ nằm một chỗ. Chọn trang rồi bấm số của giấy, hoặc Enter nếu gợi ý đúng.',
    'Mặt trắng chỉ để riêng, không bỏ hẳn. Trang đã bỏ lấy lại được bằng Ctrl+Z đến hết ngày.',
    'Bấm F9 khi xếp xong. Trang còn chưa rõ ở lại khay, không mất.',
  ],
  opening: 'Đang mở khay quét. Các trang đã quét vẫn còn đủ.',
  keys: {
    file: 'Xếp xong, lưu', place: 'Xếp vào giấy', turn: 'Xoay', takeOut: 'Bỏ trang', bringBack: 'Lấy lại', suggestion: 'Theo gợi ý',
    scan: 'Quét', goOn: 'Quét tiếp', again: 'Quét lại',
  },

  targets: 'Xếp vào giấy nào?',
  noTarget: 'Chưa có hồ sơ nào ở đây. Bấm 9 rồi gõ 4 số cuối của mã hồ sơ.',
  pages: (count: number) => `${formatCount(count)} trang`,
  suggestedFor: (sheet: number) => `gợi ý cho tờ ${formatCount(sheet)}`,
  otherDossier: 'Sang hồ sơ khác',
  otherHint: 'gõ 4 số cuối của mã',
  otherField: '4 số cuối của mã hồ sơ',
  notFound: (digits: string) => `Chưa thấy hồ sơ nào có mã kết thúc bằng ${digits}. Các trang vẫn ở trong khay. Xem lại mã trên giấy hẹn.`,
  noCovers: 'Không có tờ bìa? Đặt giấy bình thường, máy để vào mục “Chưa rõ”.',

  sheets: (count: number) => count === 0 ? 'Chưa có tờ nào trong khay' : `${formatCount(count)} tờ trong khay`,
  figures: (covers: number, placed: number, unclear: number) =>
    `${formatCount(covers)} tờ bìa, ${formatCount(placed)} trang đã xếp, ${formatCount(unclear)} trang chưa rõ`,
  empty: 'Đặt giấy vào máy quét rồi bấm F5. Không có máy quét thì chọn tệp có sẵn, hoặc chụp bằng điện thoại của cơ quan.',
  heap: (digit: number | null, name: string) => digit === null ? name : `${String(digit)} · ${name}`,
  ofDossier: (code: string, paper: string) => `${code} · ${paper}`,
  ofDraft: 'Hồ sơ đang nhập dở',
  unclear: 'Chưa rõ thuộc giấy nào',
  unclearHint: (count: number) => `${formatCount(count)} trang, chọn rồi bấm số của giấy`,
  aside: 'Để riêng',
  asideHint: 'mặt trắng và trang đã bỏ; chọn rồi bấm Ctrl+Z để lấy lại',
  looksLike: { before: (sheet: number) => `Tờ ${formatCount(sheet)} giống `, after: ' Bấm ', end: ' nếu đúng.' },
  cover: 'tờ bìa',
  page: (number: number) => `trang ${formatCount(number)}`,
  sheet: (sheet: number, side: 'front' | 'back') => side === 'front' ? `tờ ${formatCount(sheet)}` : `tờ ${formatCount(sheet)}, mặt sau`,
  faint: (label: string) => `${label}, rất mờ`,
  blank: (label: string) => `${label}, mặt trắng`,
  takenOut: (label: string) => `${label}, đã bỏ`,
  coming: (label: string) => `${label}, đang làm rõ`,
  broken: (label: string) => `${label}, không đọc được`,
  /** Read out for one page. */
  read: (sheet: string, place: string, like: string) => [sheet, place, like].filter(part => part !== '').join(', '),
  readUnclear: 'chưa rõ',
  readPlaced: (paper: string) => `ở ${paper}`,
  readLike: (paper: string) => `giống ${paper}`,
  readSelected: 'đã chọn',

  view: (sheet: number) => `Tờ ${formatCount(sheet)}`,
  viewNote: (time: string, scanner: string) => scanner === '' ? time : `${time} · ${scanner}`,
  scannerName: (scanner: string) => scanner === 'files' ? 'từ tệp' : scanner === 'phone' ? 'từ điện thoại' : scanner,
  picture: (sheet: number) => `Ảnh tờ ${formatCount(sheet)}`,
  noPicture: 'Máy đang làm rõ trang này. Bản quét gốc đã nằm trên máy.',
  nothingChosen: 'Chọn một trang để xem lớn.',
  tools: 'Sửa trang này',
  turnLeft: 'Xoay trái',
  turnRight: 'Xoay phải',
  again: 'Quét lại',
  cleanAgain: 'Làm lại trang này',
  takeOut: 'Bỏ trang',
  bringBack: 'Lấy lại',

  goOnFrom: (sheet: number) => `Quét tiếp từ tờ ${formatCount(sheet)}`,
  readyAgain: (scanner: string, sheets: number) => `${scanner} đã sẵn sàng trở lại. ${formatCount(sheets)} tờ trước vẫn còn đủ. Đặt giấy từ tờ ${formatCount(sheets + 1)} rồi bấm F5.`,
  stopHere: 'Dừng ở đây',
  stop: 'Dừng',
  running: (scanner: string, sheets: number) => sheets === 0
    ? `${scanner} đang quét. Cứ làm việc khác, không cần đợi.`
    : `${scanner} đang quét, đã xong ${formatCount(sheets)} tờ, đều nằm trên máy. Cứ làm việc khác, không cần đợi.`,
  waiting: (by: string, sheetsLeft: number | null) => sheetsLeft === null
    ? `${by} đang quét. Xong thì máy tới lượt quầy này.`
    : `${by} đang quét, còn khoảng ${formatCount(sheetsLeft)} tờ. Xong thì máy tới lượt quầy này.`,
  leftHere: {
    said: (desk: string, pages: number, time: string, day: string) => `${desk === '' ? 'Một quầy khác' : desk} chưa lấy về ${formatCount(pages)} trang, quét ở máy này lúc ${time} ngày ${day}.`,
    todo: 'Các trang vẫn còn đủ ở máy này. Bật máy của quầy ấy lên, trang tự sang trong vài phút. Quầy ấy không mở nữa thì chuyển vào khay này để xếp ở đây.',
    takeOver: 'Chuyển vào khay này',
    taken: (desk: string) => `Đã chuyển các trang của ${desk} vào khay này.`,
  },
  moved: (paper: string) => `Đã xếp vào ${paper}.`,
  filed: (pages: number, dossiers: number, left: number) =>
    `Đã xếp ${formatCount(pages)} trang vào ${formatCount(dossiers)} hồ sơ.${left === 0 ? '' : ` Còn ${formatCount(left)} trang ở lại khay.`}`,
  filing: 'Đang xếp. Các trang đều nằm trên máy.',
  files: 'Chọn tệp có sẵn',
  phone: 'Chụp bằng điện thoại',
  phoneHow: 'Mở máy ảnh của điện thoại cơ quan, đưa vào mã này, bấm vào liên kết hiện ra. Mã chỉ dùng cho một điện thoại.',
  phoneClose: 'Đóng mã',

  scanner: 'Máy quét',
  scannerIs: { none: 'Chưa chọn', idle: 'Sẵn sàng', running: (sheets: number) => `Đang quét, ${formatCount(sheets)} tờ`, waiting: (by: string) => `${by} đang quét`, stopped: (sheets: number) => `Dừng ở tờ ${formatCount(sheets + 1)}`,
    ready: (sheets: number) => `Chờ quét tiếp từ tờ ${formatCount(sheets + 1)}`,
  },

  setUp: {
    title: 'Máy quét', look: 'Tìm máy quét', looking: 'Đang tìm máy quét ở máy này và trong mạng của cơ quan, khoảng nửa phút. Cứ làm việc khác.',
    none: 'Chưa thấy máy quét nào. Xem dây cắm và nút nguồn rồi bấm Tìm máy quét. Làm ngay thì chọn tệp có sẵn, hoặc chụp bằng điện thoại.',
    choose: 'Dùng máy quét nào?', source: 'Giấy đặt ở', sources: { flatbed: 'mặt kính, một tờ', feeder: 'khay, một mặt', duplex: 'khay, cả hai mặt' },
    resolution: 'Độ nét', dots: (resolution: number) => `${String(resolution)} chấm`, ownSettings: 'Cài đặt riêng của máy quét (khi máy không nhận cách quét ở trên)',
    lentBy: (name: string, desk: string) => `${name}, ở ${desk}`, address: 'Địa chỉ máy quét trong mạng', addAddress: 'Thêm theo địa chỉ',
    addressHint: 'Máy ghi trên màn hình hoặc tờ cấu hình, ví dụ 192.168.1.20 hay may-quet.local',
    addressNeeded: 'Gõ địa chỉ của máy quét trước, ví dụ 192.168.1.20.',
    asking: (address: string) => `Đang hỏi máy quét ở ${address}, nhiều nhất khoảng nửa phút. Cứ làm việc khác.`,
    added: (name: string) => `Đã thấy và chọn ${name}. Bấm Quét thử một trang để chắc là chạy.`,
    folder: 'Thư mục máy quét tự lưu vào', chooseFolder: 'Chọn thư mục', usualFolder: 'Về thư mục thường dùng',
    folderHint: 'Cho máy quét có nút “quét vào thư mục”. Chọn một thư mục chỉ dành cho việc này: mọi ảnh, PDF trong đó được lấy vào khay, tệp gốc chuyển sang thư mục con da-nhan.',
    folderSaved: 'Đã đổi thư mục. Lần quét sau lấy từ đó, không cần khởi động lại.',
    test: 'Quét thử một trang', saved: 'Đã chọn máy quét. Bấm Quét thử một trang để chắc là chạy.',
    testing: 'Đang quét thử. Trang thử sẽ hiện ở đây.', testHint: 'Đặt một tờ vào máy quét rồi bấm nút này.',
    tested: 'Máy quét chạy được. Trang thử nằm trong Khay quét.', testPicture: 'Trang quét thử', dropTest: 'Bỏ trang thử', lend: 'Cho các quầy khác của đơn vị dùng chung máy quét này',
  },

  forRow: {
    scan: 'Quét', scanFor: (paper: string) => `cho ${paper} `, coming: (count: number) => `${formatCount(count)} trang đang về`,
    running: 'Đang quét. Cứ làm việc khác.',
    ready: (count: number) => `${formatCount(count)} trang đã quét`,
    save: (count: number) => `Lưu ${formatCount(count)} trang vào giấy này`, saveKey: 'Lưu trang đã quét',
  },
} as const

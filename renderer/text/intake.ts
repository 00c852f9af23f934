/** Every sentence of "Tiếp nhận hồ sơ". Numbers and names come in, words go out. */
export const intakeText = {
  title: 'Tiếp nhận hồ sơ',
  parts: { applicant: 'Người nộp', procedure: 'Thủ tục', papers: 'Giấy tờ', promise: 'Hẹn trả và lệ phí' },

  // 1 Người nộp
  cardReadAt: (time: string) => `đọc thẻ lúc ${time}`,
  emptyHint: 'Đưa thẻ căn cước vào đầu đọc, hoặc gõ tên.',
  name: 'Họ và tên',
  personalNumber: 'Số định danh',
  bornOn: 'Ngày sinh',
  sex: 'Giới tính',
  sexes: { '': 'Chưa rõ', male: 'Nam', female: 'Nữ' },
  phone: 'Điện thoại',
  address: 'Nơi ở hiện nay',
  from: { card: 'từ thẻ căn cước', 'last-time': 'lần trước' },
  forWhom: 'Nộp cho ai?',
  forSelf: 'Chính mình',
  onBehalf: 'Nộp thay',
  ownerKind: 'Chủ hồ sơ là',
  ownerKinds: { person: 'Cá nhân', organisation: 'Tổ chức' },
  ownerName: 'Tên chủ hồ sơ',
  ownerNumber: 'Số định danh của chủ hồ sơ',
  organisationNumber: 'Mã số của tổ chức',
  authorisation: 'Giấy ủy quyền',
  authorisationHint: 'số, ngày, nơi chứng thực; hoặc quan hệ',
  earlier: (count: number) => `${String(count)} hồ sơ trước của người này`,
  earlierRow: (code: string, procedure: string, day: string) => [code, procedure, day].filter(part => part !== '').join(' · '),
  earlierMore: (count: number) => `và ${String(count)} hồ sơ nữa, gõ số định danh ở ô tìm (F3) để xem hết`,
  cardRefused: 'Thẻ vừa đọc chưa dùng được.',

  // 2 Thủ tục
  findProcedure: 'Tìm thủ tục: gõ vài chữ, không cần dấu',
  findHint: 'Gõ vài chữ, không cần dấu.',
  similar: 'Gần giống:',
  notFound: (query: string) => `Không thấy thủ tục nào khớp “${query}”. Gõ ít chữ hơn, hoặc gõ mã thủ tục.`,
  procedureLine: (code: string, field: string, decision: string, catalogue: string) =>
    [code, field, decision === '' ? '' : `QĐ ${decision}`, catalogue === '' ? '' : `danh mục ${catalogue}`].filter(part => part !== '').join(' · '),
  caseLabel: 'Trường hợp',
  caseUsual: 'Thông thường',
  opening: 'Đang mở danh mục thủ tục. Cứ nhập người nộp trước.',

  // 3 Giấy tờ
  papersNone: 'Chọn thủ tục, giấy tờ phải nộp hiện ra ở đây.',
  papersNotListed: 'Danh mục không ghi giấy tờ nào cho thủ tục này. Thêm những giấy người dân nộp.',
  papersHere: (received: number, count: number) => received === count
    ? `đã nhận đủ ${String(count)} giấy phải nộp`
    : `đã nhận ${String(received)} trong ${String(count)} giấy phải nộp`,
  columns: { received: 'Nhận', paper: 'Giấy tờ', originals: 'Bản chính', copies: 'Bản sao' },
  receivedLabel: (name: string) => `Đã nhận ${name}`,
  seenLabel: (name: string) => `Đã xem ${name}`,
  originalsOf: (name: string) => `Số bản chính, ${name}`,
  copiesOf: (name: string) => `Số bản sao, ${name}`,
  demand: { always: 'Phải nộp', sometimes: 'Nộp nếu đúng trường hợp', proxy: 'Chỉ khi nộp thay', present: 'Xem rồi trả lại ngay', added: 'Thêm ngoài danh mục' },
  addPaper: 'Thêm giấy khác',
  addedName: 'Tên giấy thêm',
  notes: (count: number) => `${String(count)} điều danh mục dặn thêm`,
  contentAndSets: 'Nội dung, số bộ',
  setCount: 'Số bộ hồ sơ',
  content: 'Nội dung yêu cầu',

  // Thiếu giấy, hướng dẫn, từ chối
  missing: (count: number, names: string) => `Còn thiếu ${String(count)} giấy phải nộp: ${names}.`,
  missingChoose: 'Chọn: nhận rồi cho bổ sung, hoặc chưa nhận và in phiếu hướng dẫn.',
  receiveIncomplete: 'Nhận, bổ sung sau',
  giveGuidance: 'Chưa nhận, in phiếu hướng dẫn',
  refuse: 'Từ chối, in phiếu từ chối',
  backToReceive: 'Thôi, tiếp nhận bình thường',
  chooseAgain: 'Chọn lại cho giấy còn thiếu',
  willReceiveIncomplete: (count: number) => `Sẽ nhận, còn ${String(count)} giấy bổ sung sau.`,
  outcomeTitle: { guidance: 'Chưa nhận, hướng dẫn hoàn thiện', refuse: 'Từ chối tiếp nhận' },
  reasonOf: { guidance: 'Cần hoàn thiện những gì', refuse: 'Lý do từ chối' },
  reasonHint: {
    guidance: 'Phiếu số 02 in những giấy chưa đánh dấu nhận và lời này. Không cấp mã, không tính ngày.',
    refuse: 'Phiếu số 03 in lời này. Hồ sơ ghi vào sổ là từ chối.',
  },
  otherWays: 'Không nhận được hồ sơ này?',
  otherWay: { guidance: 'Hướng dẫn hoàn thiện', refuse: 'Từ chối' },
  toBring: 'Phiếu ghi còn thiếu:',

  // 4 Hẹn trả và lệ phí
  dueNone: 'Chọn thủ tục, ngày hẹn trả hiện ra ở đây.',
  dueNoLimit: 'Không có thời hạn',
  dueNoLimitWhy: 'Thủ tục này không có thời hạn giải quyết, giấy hẹn không ghi ngày trả.',
  dueAsked: 'Chưa biết ngày hẹn',
  dueShort: (day: string) => `Hẹn trả: ${day}`,
  limitAsked: 'Thời hạn danh mục ghi chưa rõ',
  limitSource: (words: string) => `Danh mục ghi: “${words}”.`,
  limitEmpty: 'Danh mục không ghi thời hạn.',
  limitCount: 'Số',
  limitUnit: 'Tính theo',
  limitUnits: { '': 'Chọn', hours: 'giờ làm việc', 'working-days': 'ngày làm việc', days: 'ngày (kể cả nghỉ)', 'same-day': 'trong ngày', none: 'không có thời hạn' },
  fee: 'Lệ phí',
  free: 'Miễn phí',
  feeFromCatalogue: 'Theo danh mục thành phố gửi xuống.',
  feeAsked: 'Số tiền phải thu (đồng)',
  feeSource: (words: string) => `Danh mục ghi: “${words}”.`,
  feeUnknown: 'Danh mục chưa ghi mức thu. Hỏi mức thu rồi ghi vào; không thu thì ghi 0.',
  feeUnknownShort: 'Không thu thì ghi 0.',
  feeByPage: 'Tính theo trang bản chính: 2.000 đ hai trang đầu, 1.000 đ từ trang thứ ba, tối đa 200.000 đ một bản.',
  feePages: 'Số trang bản chính',
  feeCopies: 'Số bản',
  feePerCopy: (pages: number, copies: number) => `${String(pages)} trang × ${String(copies)} bản: 2.000 đ hai trang đầu, 1.000 đ từ trang thứ ba, tối đa 200.000 đ một bản.`,
  feeCapped: 'Đã tới mức tối đa 200.000 đ một bản.',
  exempt: 'Được miễn',
  exemptionGround: 'Miễn vì',
  exemptionHint: 'ví dụ: hộ nghèo, người có công',
  feeNotYet: 'Chưa rõ',
  collectAt: 'Nhận kết quả',
  collectPlaces: { counter: 'Tại quầy này', post: 'Qua bưu chính' },

  // Nút chính, phím
  save: { receive: 'Lưu và in giấy hẹn', guidance: 'Lưu và in phiếu 02', refuse: 'Lưu và in phiếu 03' },
  codeNote: 'Mã hồ sơ cấp ngay khi lưu, không cần mạng.',
  printNote: { receive: (paper: string) => `In giấy hẹn ${paper}.`, guidance: (paper: string) => `In phiếu số 02 ${paper}.`, refuse: (paper: string) => `In phiếu số 03 ${paper}.` },
  draftKeptAt: (time: string) => `Đã giữ bản nhập dở lúc ${time}.`,
  draftNotKept: 'Chưa giữ được bản nhập dở. Lưu hồ sơ rồi hãy tắt máy.',
  review: (count: number) => `${String(count)} điều nên xem lại`,
  reviewStillSaves: ', vẫn lưu được.',
  keys: {
    save: 'Lưu và in', saveOnly: 'Lưu, không in', park: 'Để tạm, người kế', nextPart: 'Phần kế', nextField: 'Ô kế', toPart: 'Đến phần', printAgain: 'In lại',
  },

  // Điều nên xem lại
  yearMismatch: 'Năm sinh không khớp.',
  yearMismatchWhy: (typed: string, inNumber: string, isFromCard: boolean) => isFromCard
    ? `Thẻ ghi ${typed}, số định danh cho biết ${inNumber}. Xem lại thẻ; nếu thẻ ghi đúng vậy thì cứ làm tiếp.`
    : `Ô ngày sinh ghi ${typed}, số định danh cho biết ${inNumber}. Xem lại giấy tờ; nếu giấy ghi đúng vậy thì cứ làm tiếp.`,
  sexMismatch: 'Giới tính không khớp.',
  sexMismatchWhy: (inNumber: string) => `Số định danh cho biết ${inNumber}. Xem lại giấy tờ; nếu giấy ghi đúng vậy thì cứ làm tiếp.`,
  numberOdd: 'Số định danh lạ.',
  numberOddWhy: 'Số định danh có 12 chữ số, ba số đầu là mã tỉnh. Xem lại giấy tờ; nếu giấy ghi đúng vậy thì cứ làm tiếp.',
  numberOld: 'Số chứng minh cũ.',
  numberOldWhy: 'Đây là số 9 chữ số. Có thẻ căn cước thì ghi số 12 chữ số; không có thì cứ làm tiếp.',
  dateOdd: 'Ngày sinh chưa đọc được.',
  dateOddWhy: 'Gõ ngày/tháng/năm, ví dụ 15/03/1986. Để vậy thì hồ sơ không ghi ngày sinh; vẫn lưu được.',
  dateAhead: 'Ngày sinh ở sau hôm nay.',
  dateAheadWhy: 'Xem lại giấy tờ; nếu giấy ghi đúng vậy thì cứ làm tiếp.',
  phoneOdd: 'Số điện thoại lạ.',
  phoneOddWhy: 'Số trong nước có 10 chữ số, bắt đầu bằng 0. Đọc lại cho người nộp nghe; đúng vậy thì cứ làm tiếp.',
  twin: (time: string, desk: string, code: string) =>
    `Người này có hồ sơ cùng thủ tục nhận lúc ${time} hôm nay ở ${desk}, mã ${code}. Xem có nhận trùng không.`,
  checkedTwin: 'Đã xem, vẫn nhận',
  checkedCard: 'Đã xem thẻ, đúng vậy',
  checkedPaper: 'Đã xem, đúng vậy',
  open: 'Xem',

  // Thủ tục dừng
  stopped: {
    'procedure/suspended': (day: string) => `Thủ tục này thành phố tạm dừng từ ${day}. Xem thông báo, hoặc chọn thủ tục thay thế.`,
    'procedure/withdrawn': (day: string) => `Thủ tục này đã bãi bỏ, ngày nhận cuối cùng là ${day}. Chọn thủ tục thay thế.`,
    'procedure/not-yet-valid': (day: string) => `Thủ tục này từ ${day} mới nhận. Chọn thủ tục đang có hiệu lực.`,
    'procedure/unknown': () => 'Danh mục không còn thủ tục này. Chọn thủ tục khác.',
  },

  // Chặn: đưa con trỏ tới ô thiếu, một câu
  need: {
    name: 'Còn thiếu họ và tên người nộp.',
    procedure: 'Còn thiếu thủ tục. Gõ vài chữ, không cần dấu.',
    procedureStopped: 'Thủ tục này không nhận được nữa. Chọn thủ tục khác.',
    owner: 'Còn thiếu tên chủ hồ sơ, vì là nộp thay.',
    authorisation: 'Còn thiếu giấy ủy quyền hoặc quan hệ, vì là nộp thay.',
    limit: 'Chọn thời hạn: danh mục ghi chưa rõ nên máy không tự đoán.',
    fee: 'Ghi số tiền phải thu; không thu thì ghi 0.',
    exemption: 'Ghi vì sao được miễn.',
    guidance: 'Ghi cần hoàn thiện những gì.',
    refusal: 'Ghi lý do từ chối.',
    missing: 'Chọn một cách cho giấy còn thiếu.',
    clock: 'Xác nhận hôm nay là ngày nào.',
    papers: 'Đánh dấu ít nhất một giấy đã nhận.',
  },

  // Máy
  numbersFew: (count: number) => `Máy này còn ${String(count)} mã hồ sơ. Hết mã thì sang quầy khác nhận tiếp; ngày mai máy có mã mới.`,
  noRange: 'Máy này chờ thành phố cấp khoảng số mới nên chưa nhận được hồ sơ. Có mạng thì máy tự xin; trước đó sang quầy khác nhận.',
  numbersNone: 'Máy này đã hết mã hồ sơ hôm nay. Hồ sơ cũ vẫn còn đủ. Sang quầy khác nhận tiếp; ngày mai máy có mã mới.',
  hindrance: {
    'not-allowed': 'Tên này không tiếp nhận',
    'read-only': 'Chỉ xem, chưa lưu được',
    'disk-full': 'Ổ đĩa đầy, chưa lưu được',
    'disk-very-low': 'Ổ đĩa gần đầy, chưa lưu được',
    'numbers-none': 'Hết mã hôm nay',
  },
  notAllowed: (roles: string) => `Tiếp nhận hồ sơ: việc của ${roles}.`,
  clockBehind: (today: string, newest: string) =>
    `Đồng hồ máy ghi ${today}, nhưng sổ đã có việc ngày ${newest}. Hôm nay là ngày nào? Gõ ngày để ngày hẹn trả khỏi sai.`,
  clockUnread: 'Gõ ngày/tháng/năm, ví dụ 20/11/2026.',
  clockToday: 'Hôm nay là ngày',
  clockConfirm: 'Đúng ngày này',
  clockConfirmed: (day: string) => `Đã xác nhận hôm nay là ${day}. Hồ sơ nhận lúc này được đánh dấu để xem lại.`,
  clockDiffers: (typed: string, today: string) =>
    `Ngày vừa gõ là ${typed}, máy lại ghi ${today}. Sửa ngày giờ của máy cho đúng rồi hãy nhận hồ sơ. Những gì đã nhập vẫn còn.`,

  // Sau khi lưu
  saved: (code: string) => `Đã lưu ${code}.`,
  savedGuidance: 'Đã ghi việc hướng dẫn.',
  savedRefusal: 'Đã ghi việc từ chối.',
  printing: { receive: 'Giấy hẹn đang in.', guidance: 'Phiếu hướng dẫn đang in.', refuse: 'Phiếu từ chối đang in.' },
  printed: { receive: 'Giấy hẹn đã in.', guidance: 'Phiếu hướng dẫn đã in.', refuse: 'Phiếu từ chối đã in.' },
  notPrinted: 'Chưa in. Cần in thì bấm Ctrl+P.',
  nextPerson: 'Mời người kế tiếp.',
  printAgain: 'In lại',

  // Hồ sơ nhập dở
  draftsCount: (count: number) => `${String(count)} hồ sơ nhập dở`,
  draftRow: (name: string, procedure: string, time: string) => [name === '' ? 'Chưa có tên' : name, procedure === '' ? 'chưa chọn thủ tục' : procedure, `giữ lúc ${time}`].join(' · '),
  takeUp: 'Làm tiếp',
  drop: 'Bỏ',
  dropped: 'Đã bỏ bản nhập dở.',
  undo: 'Lấy lại',
  parked: (name: string) => `Đã để tạm${name === '' ? '' : ` hồ sơ của ${name}`}. Mời người kế tiếp.`,
  restored: 'Máy đã giữ lại hồ sơ đang nhập dở. Làm tiếp từ chỗ này.',
} as const

/** Beside the work when F1 is pressed. */
export const intakeHelp: readonly string[] = [
  'Đưa thẻ căn cước vào đầu đọc, con trỏ ở đâu cũng được: máy điền người nộp.',
  'Gõ vài chữ của thủ tục, không cần dấu, ví dụ tthn. ↑ ↓ chọn, Enter lấy. Ngày hẹn hiện ra trước khi bấm Enter.',
  'Enter đi tới ô kế còn phải điền; ô đã đúng thì bỏ qua. Shift+Enter quay lại.',
  'Ở giấy tờ: Enter là đã nhận đúng số ghi; gõ số là số bản chính; Tab sang bản sao; phím cách bỏ hoặc đánh dấu; ↑ ↓ đổi dòng.',
  'F9 lưu và in; Shift+F9 lưu, không in; F8 để tạm rồi nhận người kế.',
  'Ctrl+1 người nộp, Ctrl+2 thủ tục, Ctrl+3 giấy tờ, Ctrl+4 hẹn trả và lệ phí.',
  'Giấy còn thiếu: chọn nhận rồi bổ sung, in phiếu hướng dẫn, hoặc từ chối.',
]

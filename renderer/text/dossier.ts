import { formatDay, formatDayLong, formatTime, dayOfInstant, type Day } from '../../shared/base/day.ts'
import { formatMoney } from '../../shared/base/money.ts'
import type { CorrectableField, DisputeTitle, DossierState } from '../../shared/dossiers/dossier.ts'
import type { FormName } from '../../shared/bridge/main-api.ts'
import { correctableFields, dossierStates, formNames } from './dossier-words.ts'

/** `18/11/2026 14:20` */
export function dayAndTime(at: string): string {
  return `${formatDay(dayOfInstant(at))} ${formatTime(at)}`
}

/** Every sentence of "Một hồ sơ". */
export const dossierText = {
  title: (code: string | undefined) => code === undefined ? 'Hồ sơ không có mã' : `Hồ sơ ${code}`,
  noCode: (state: DossierState) => state === 'refused' ? 'Phiếu từ chối, không cấp mã' : 'Phiếu hướng dẫn, không cấp mã',
  opening: 'Đang mở hồ sơ.',
  unknown: 'Không thấy hồ sơ này trong sổ của máy.',
  unknownNext: 'Các hồ sơ khác vẫn còn đủ. Bấm Esc để quay lại, hoặc F3 để tìm bằng mã, tên, số định danh.',
  halfHere: 'Hồ sơ này mới có một phần trên máy, chưa có lúc tiếp nhận.',
  halfHereNext: 'Phần đã có vẫn được giữ. Bấm Esc để quay lại; gọi quản trị nếu hồ sơ này lẽ ra phải đủ.',
  back: 'Quay lại',

  // Đầu hồ sơ
  catalogue: (version: string) => `danh mục ${version}`,
  honorific: { male: 'Ông', female: 'Bà' },
  bornOn: (on: Day) => `sinh ${formatDay(on)}`,
  channel: { direct: 'nộp tại quầy', online: 'nộp trực tuyến', post: 'nộp qua bưu chính' },
  onBehalf: (name: string) => `nộp thay ${name}`,
  byDay: 'Hẹn trả',
  noDue: 'Không có ngày hẹn',
  received: (at: string, limit: string) => `Nhận ${dayAndTime(at)}${limit === '' ? '' : ` · ${limit}`}`,

  // Bốn việc riêng
  where: 'Đang ở đâu',
  whereAt: (desk: string) => desk,
  whereSince: (at: string) => `, từ ${dayAndTime(at)}`,
  whereNot: (state: DossierState) => state === 'guided' || state === 'refused' ? 'Không giữ giấy nào' : dossierStates[state],
  money: 'Lệ phí',
  free: 'Miễn phí',
  toPay: (amount: number) => `${formatMoney(amount)}, phải thu`,
  noMoney: 'Không thu',
  moneyThen: (amount: number) => `Lúc nhận ghi ${formatMoney(amount)}`,
  collected: (amount: number) => `${formatMoney(amount)}, đã thu`,
  stillOwed: (amount: number) => `, còn ${formatMoney(amount)}`,
  refunded: (amount: number) => `, đã trả lại ${formatMoney(amount)}`,
  because: (ground: string) => `, vì ${ground}`,
  handBack: 'Trả kết quả',
  noResult: 'Chưa có kết quả',
  noHandBack: 'Không có gì phải trả',
  handedTo: (name: string) => `Đã trả ${name}`,
  hasResults: (count: number, unnumbered: number) => unnumbered > 0 ? 'Có kết quả, chờ vào số' : `${String(count)} kết quả, chờ trả`,
  collectAt: { counter: 'Tại quầy', post: 'Qua bưu chính' },
  collectAtAfter: { counter: ', nhận tại quầy', post: ', nhận qua bưu chính' },
  keeping: 'Lưu giữ',
  keptHere: 'Đã ghi trên máy này',
  notSent: ', chưa gửi đi',
  waitsToBeSent: ', chờ gửi',

  // Việc được làm
  actions: 'Việc được làm với hồ sơ này',
  action: {
    correct: 'Đính chính', attach: 'Thêm giấy', detach: 'Bỏ giấy', note: 'Ghi chú', void: 'Hủy hồ sơ', returnResult: 'Trả kết quả',
    preview: 'Xem trước giấy in',
  },
  print: (form: FormName, printed: number) => `${printed === 0 ? 'In' : 'In lại'} ${formNames[form]}`,
  takeMissing: 'Nhận giấy còn thiếu',
  whose: (names: string, roles: string) => `${names}: việc của ${roles}.`,
  heldBy: (names: string, holder: string) => `${names}: hồ sơ đang do ${holder} giữ.`,
  tooLate: (receivedOn: Day) => `Hủy hồ sơ: chỉ trong ngày nhận, ${formatDay(receivedOn)}.`,
  closed: (state: DossierState) => state === 'guided' ? 'Đã hướng dẫn, không có hồ sơ để sửa.' : `Hồ sơ ở tình trạng “${dossierStates[state]}”, không làm được việc này nữa.`,
  readOnly: 'Máy đang chỉ xem, chưa sửa và chưa in được.',
  printing: (form: FormName) => `Đang in ${formNames[form]}.`,
  /** Of the sheets behind a cover sheet; may stay empty. */
  countedSheets: 'Số tờ, nếu đã đếm',
  printed: (form: FormName, copy: number) => `Đã in ${formNames[form]}${copy > 1 ? `, bản thứ ${String(copy)}` : ''}.`,
  savedPdf: (form: FormName, file: string) => `Chưa chọn máy in nên đã lưu ${formNames[form]} thành tệp ${file}.`,
  notSaved: 'Chưa in và chưa lưu tệp nào.',
  notPrinted: 'Chưa in được.',

  // Xem trước
  previewOf: (form: FormName) => `Giấy sẽ in: ${formNames[form]}`,
  previewChoose: 'Xem giấy nào',
  close: 'Đóng',
  previewOpening: 'Đang dựng giấy.',

  // Phiếu trong trang
  save: 'Ghi',
  saveAs: { correct: 'Ghi đính chính', attach: 'Ghi thêm giấy', detach: 'Ghi bỏ giấy', note: 'Ghi chú', void: 'Hủy hồ sơ này' },
  leave: 'Thôi',
  which: 'Sửa mục nào',
  now: (value: string) => `Đang ghi: ${value}`,
  newValue: 'Ghi lại là',
  newFee: 'Số tiền phải thu (đồng)',
  ground: 'Miễn hoặc giảm vì',
  reason: 'Lý do',
  reasonNeeded: 'Giấy hẹn đã in nên phải ghi lý do.',
  reasonFree: 'Giấy hẹn chưa in nên không bắt buộc.',
  emptyAllowed: 'Để trống là xóa mục này.',
  paper: 'Giấy nào',
  otherPaper: 'Giấy khác, ngoài danh sách',
  paperMissing: (name: string) => `${name} (còn thiếu)`,
  paperName: 'Tên giấy',
  originals: 'Bản chính',
  copies: 'Bản sao',
  detachTitle: (name: string) => `Bỏ giấy: ${name}`,
  detachHint: 'Giấy phải nộp mà bỏ ra thì thành giấy còn thiếu.',
  noteText: 'Ghi chú',
  voidHint: 'Chỉ hủy hồ sơ nhận nhầm, trong ngày. Mã hồ sơ không dùng lại. Mọi việc đã làm vẫn còn trong quá trình.',
  voidReason: 'Vì sao hủy',
  saved: {
    correct: 'Đã ghi đính chính. Giá trị cũ vẫn giữ trong quá trình.',
    attach: 'Đã ghi thêm giấy.', note: 'Đã ghi chú.',
  },
  detached: (name: string) => `Đã bỏ giấy: ${name}.`,
  undo: 'Lấy lại',
  undone: (name: string) => `Đã lấy lại giấy: ${name}.`,

  // Hai giá trị
  disputeOf: (field: CorrectableField, count: number) => `${count === 2 ? 'Hai' : String(count)} nơi cùng ghi ${correctableFields[field]}, khác nhau`,
  disputeTitles: {
    'received-twice': 'Hai quầy cùng tiếp nhận hồ sơ này',
    'voided-twice': 'Hai quầy cùng hủy hồ sơ này',
    'paper-twice': 'Hai quầy cùng nhận một giấy',
    'forwarded-twice': 'Hai nơi cùng chuyển hồ sơ này cho hai người',
    'requested-twice': 'Hai nơi cùng yêu cầu người nộp một việc',
    'supplemented-twice': 'Hai quầy cùng nhận bổ sung',
    'paid-twice': 'Hai nơi cùng ghi người nộp làm xong nghĩa vụ tài chính',
    'fee-twice': 'Hai quầy cùng thu lệ phí, cộng lại quá số phải thu',
    'submitted-twice': 'Hai nơi cùng trình ký hồ sơ này',
    'resolved-twice': 'Hai nơi cùng ghi kết quả hồ sơ này',
    'sent-back-twice': 'Hai nơi cùng trả lại hồ sơ này',
    'numbered-twice': 'Hai nơi cùng vào số một kết quả, số khác nhau',
    'apologised-twice': 'Hai nơi cùng xin lỗi và hẹn lại, mỗi hồ sơ chỉ một lần',
    'returned-twice': 'Hai quầy cùng trả kết quả hồ sơ này',
    'withdrawn-twice': 'Hai quầy cùng ghi rút hồ sơ này',
    'stopped-twice': 'Hai nơi cùng dừng hồ sơ này',
    'too-late': 'Một việc đến khi hồ sơ không còn nhận việc đó',
    'unreadable': 'Có một việc mà bản chương trình này không đọc được',
  } satisfies Record<Exclude<DisputeTitle, 'field'>, string>,
  /** What to do about it, before one of the reasons is chosen. */
  disputeNext: {
    'received-twice': 'Hỏi hai quầy: nếu là hai bộ hồ sơ khác nhau thì tiếp nhận lại bộ thứ hai.',
    'voided-twice': 'Không phải làm gì thêm: hồ sơ đã hủy.',
    'paper-twice': 'Xem có một hay hai bản giấy này, rồi sửa số bản nếu cần.',
    'forwarded-twice': 'Báo người không giữ hồ sơ nữa; giao nhầm thì chuyển lại.',
    'requested-twice': 'Hỏi người nộp đã nhận được phiếu nào, để họ chỉ làm một lần.',
    'supplemented-twice': 'Xem giấy hai quầy nhận có giống nhau không; thiếu thì thêm giấy.',
    'paid-twice': 'Chỉ cần một lần nộp; xem lại chứng từ của cả hai lần.',
    'fee-twice': 'Trả lại người nộp phần thu thừa và ghi vào lý do.',
    'submitted-twice': 'Hỏi xem bản trình nào đang nằm trước lãnh đạo.',
    'resolved-twice': 'Hỏi hai nơi bản kết quả nào được phát hành; bản kia thu lại.',
    'sent-back-twice': 'Không phải làm gì thêm: hồ sơ đã về người giải quyết.',
    'numbered-twice': 'Xem số nào nằm trên bản kết quả; bỏ số kia trong sổ văn bản.',
    'apologised-twice': 'Báo người nộp ngày hẹn đang ghi trong hồ sơ.',
    'returned-twice': 'Hỏi hai quầy ai đã cầm kết quả; cầm nhầm thì gọi người nhận.',
    'withdrawn-twice': 'Xem giấy gốc và tiền đã trả mấy lần.',
    'stopped-twice': 'Không phải làm gì thêm: hồ sơ đã dừng.',
    'too-late': 'Nếu việc ấy vẫn cần, làm lại theo tình trạng bây giờ.',
    'unreadable': 'Gọi quản trị: máy này có thể cần bản chương trình mới hơn.',
  } satisfies Record<Exclude<DisputeTitle, 'field'>, string>,
  disputeKept: 'Đều được giữ trong quá trình',
  disputeValues: 'Giá trị nào đúng',
  disputeNow: (value: string) => `Hồ sơ đang dùng: ${value}.`,
  disputeWait: (who: string) => `Chờ ${who} xem và quyết.`,
  useChosen: 'Dùng giá trị đã chọn',
  useChosenNumber: 'Dùng số đã chọn',
  chooseFirst: 'Chọn một bên trước',
  notAdmittedRest: 'Hồ sơ giữ nguyên như trước việc này. Việc này vẫn được giữ trong quá trình.',
  firstRest: 'Hồ sơ đang theo lần ghi trước. Cả hai lần vẫn được giữ trong quá trình.',
  twiceRest: 'Hồ sơ đang theo lần ghi sau. Cả hai lần vẫn được giữ trong quá trình.',
  settleReasons: {
    legend: 'Chọn một lý do',
    laterHolds: ['Hai nơi ghi cùng một việc, thật ra chỉ làm một lần', 'Đã hỏi cả hai nơi, lần ghi sau là đúng', 'Đã báo người liên quan, giữ như đang ghi'],
    firstHolds: ['Hai nơi ghi cùng một việc, thật ra chỉ làm một lần', 'Đã hỏi cả hai nơi, lần ghi trước là đúng', 'Đã báo người liên quan, giữ như đang ghi'],
    'too-late': ['Đã hỏi nơi ghi sau, hồ sơ giữ như đang ghi', 'Đã làm lại việc ấy theo tình trạng bây giờ', 'Đã báo người liên quan, giữ như đang ghi'],
    'unreadable': ['Đã báo quản trị, giữ như đang ghi', 'Đã hỏi nơi ghi, việc ấy không đổi gì ở hồ sơ'],
  },
  settleReason: 'Quyết thế nào, vì sao',
  settleKeep: 'Giữ như đang ghi',
  settledSaid: (value: string) => `Đã dùng ${value}. Giá trị kia vẫn giữ trong quá trình.`,
  settledKept: 'Đã xem. Hồ sơ giữ như đang ghi, việc kia vẫn giữ trong quá trình.',
  chooseAgain: 'Chọn lại',

  // Giấy tờ
  papers: 'Giấy tờ',
  papersNote: (here: number, missing: number) => missing === 0 ? `${String(here)} giấy` : `${String(here)} giấy, còn thiếu ${String(missing)}`,
  sets: (count: number) => `${String(count)} bộ hồ sơ`,
  noPapers: 'Hồ sơ này không ghi giấy nào.',
  keptNoPapers: 'Không giữ giấy nào.',
  counts: (originals: number, copies: number) =>
    [originals > 0 ? `Bản chính ${String(originals)}` : '', copies > 0 ? `Bản sao ${String(copies)}` : ''].filter(part => part !== '').join(' · '),
  kind: { submit: '', present: 'xem rồi trả lại', added: 'thêm ngoài danh mục' },
  missing: 'Còn thiếu',
  take: 'Nhận',
  takeOf: (name: string) => `Nhận: ${name}`,
  detachOf: (name: string) => `Bỏ giấy: ${name}`,
  addPages: 'Thêm ảnh từ tệp',
  addPagesTo: (name: string) => `Thêm ảnh từ tệp: ${name}`,
  pagesAdded: (count: number, name: string) => `Đã giữ ${String(count)} ảnh vào giấy: ${name}.`,
  pagesReason: 'Thêm ảnh của giấy',
  savePages: 'Lưu PDF',
  savePagesOf: (name: string) => `Lưu PDF: ${name}`,
  ofAllPages: ' mọi trang của hồ sơ',
  printPages: 'In trang quét',
  printPagesOf: (name: string | undefined) => name === undefined ? 'In trang quét: mọi trang của hồ sơ' : `In trang quét: ${name}`,
  exporting: { pdf: 'Đang ghép các trang thành một tệp PDF.', printer: 'Đang in các trang.' },
  exportReason: { pdf: 'Lưu trang quét thành tệp PDF', printer: 'In trang quét' },
  pagesSaved: (count: number, file: string) => `Đã lưu ${String(count)} trang thành tệp ${file}.`,
  pagesPrinted: (count: number) => `Đã in ${String(count)} trang.`,
  notExported: 'Chưa đưa các trang ra được.',

  // Thời hạn
  due: 'Thời hạn và ngày hẹn',
  promised: 'Hẹn trên giấy',
  promisedBy: {
    received: 'Hẹn lúc nhận', supplemented: 'Hẹn lại sau khi bổ sung', 'payment-recorded': 'Hẹn lại sau khi nộp nghĩa vụ', apologised: 'Hẹn lại có văn bản xin lỗi',
  },
  pausedSince: {
    supplement: (at: string) => `Thời hạn tạm dừng từ ${dayAndTime(at)}, chờ người nộp bổ sung.`,
    payment: (at: string) => `Thời hạn tạm dừng từ ${dayAndTime(at)}, chờ người nộp làm nghĩa vụ tài chính.`,
  },
  limit: 'Thời hạn',
  dueOf: (dueOn: Day, dueAt: string | null) => `${formatDayLong(dueOn)}${dueAt === null ? '' : `, ${formatTime(dueAt)}`}`,
  again: (dueOn: Day) => `Ngày hẹn đã tính lại theo lịch nghỉ mới: ${formatDayLong(dueOn)}.`,
  againSame: 'Lịch nghỉ đã công bố. Ngày hẹn giữ nguyên.',
  noClock: 'Không tính thời hạn.',

  // Người và nơi
  people: 'Người nộp và nội dung',
  facts: {
    name: 'Họ và tên', personalNumber: 'Số định danh', oldNumber: 'Số chứng minh cũ', bornOn: 'Ngày sinh', sex: 'Giới tính', phone: 'Điện thoại',
    email: 'Thư điện tử', address: 'Nơi ở', cardIssuedOn: 'Ngày cấp thẻ', owner: 'Chủ hồ sơ', number: 'Mã số', authorisation: 'Giấy ủy quyền',
    content: 'Nội dung yêu cầu', caseName: 'Trường hợp', field: 'Lĩnh vực', collectAt: 'Nhận kết quả', helpedBy: 'Nơi hỗ trợ', receivedBy: 'Nơi nhận',
    resolvedBy: 'Nơi giải quyết', basis: 'Căn cứ thu',
  },
  sexes: { male: 'Nam', female: 'Nữ' },
  blank: 'để trống',
  notes: 'Ghi chú',
  clockDoubted: 'Lúc nhận, đồng hồ máy sớm hơn việc mới nhất trong sổ; cán bộ đã xác nhận ngày. Nên xem lại ngày nhận.',

  // Vì sao đã đóng
  refusedTitle: 'Đã từ chối tiếp nhận.',
  guidedTitle: 'Đã hướng dẫn, chưa tiếp nhận.',
  why: (reason: string) => `Lý do: ${reason}`,
  groundOf: (ground: string) => `Căn cứ: ${ground}`,
  toBring: (names: string) => `Cần bổ sung: ${names}.`,

  // Phím
  /** Head as one sentence, for readers. */
  headOf: (parts: readonly (string | undefined)[]) => parts.filter(part => part !== undefined && part !== '').join(', '),
  keys: { next: 'Phần kế', papers: 'Chọn giấy', back: 'Quay lại' },
} as const

/** What happened, in words; the name of who did it stands before. */
export const events = {
  title: 'Quá trình',
  received: (amount: string) => `tiếp nhận${amount === '' ? '' : `, lệ phí ${amount}`}`,
  refused: 'từ chối tiếp nhận',
  guided: 'hướng dẫn hoàn thiện',
  corrected: (field: CorrectableField, from: string, to: string) => `sửa ${correctableFields[field]}: ${from} → ${to}`,
  printed: (form: FormName, copy: number, isPdf: boolean) =>
    `${copy > 1 ? 'in lại' : 'in'} ${formNames[form]}${copy > 1 ? ` (bản thứ ${String(copy)})` : ''}${isPdf ? ', lưu thành tệp' : ''}`,
  noted: (text: string) => `ghi chú: ${text}`,
  lookedAtCard: 'xem ảnh thẻ',
  pagesAdded: (name: string, count: number) => `quét thêm ${String(count)} trang vào ${name}`,
  attached: (name: string, counts: string) => `thêm giấy: ${name} (${counts})`,
  detached: (name: string) => `bỏ giấy: ${name}`,
  settled: 'xem chỗ khác nhau, giữ hồ sơ như đang ghi',
  settledField: (field: CorrectableField, value: string) => `chọn ${correctableFields[field]}: ${value}`,
  voided: 'hủy hồ sơ',
  unreadable: (kind: string) => `làm một việc mà bản chương trình này không đọc được (${kind})`,
  reason: (text: string) => `Lý do: ${text}`,
  notAdmitted: 'Không nhận vào hồ sơ',
  stamp: (at: string, where: string) => `${dayAndTime(at)} · ${where}`,
  otherDevice: (device: string) => `máy ${device}`,
} as const

/** Beside the work when F1 is pressed. */
export const dossierHelp: readonly string[] = [
  'F9 là việc hay làm nhất lúc này với hồ sơ; nó cũng là nút tô đậm.',
  'Đính chính: chọn mục, gõ giá trị mới, ghi lý do nếu giấy hẹn đã in, rồi F9. Giá trị cũ vẫn giữ trong quá trình.',
  'Hủy chỉ dùng cho hồ sơ nhận nhầm, trong ngày nhận, phải ghi lý do. Mã hồ sơ không dùng lại.',
  'Ctrl+S lưu mọi trang quét của hồ sơ thành một tệp PDF, có mục lục theo từng giấy.',
  'Ctrl+P in lại giấy của hồ sơ. Từ bản thứ hai, giấy ghi rõ là bản in lại.',
  '↑ ↓ chọn giấy, Enter nhận hoặc bỏ giấy ấy. F6 sang phần kế. Esc quay lại chỗ vừa đến.',
  'Việc không làm được có ghi ai được làm.',
]

import { NO_PROGRESS } from '../../shared/dossiers/begin-progress.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import type { PrintMoment } from '../../shared/forms/form.ts'
import type { DayStatement } from '../../shared/forms/day-close/statement.ts'
import { QR_PATTERN } from '../../shared/forms/page/qr-pattern.ts'
import type { Office } from '../../shared/units/office.ts'

export const sampleOffice: Office = {
  unit: '31186',
  unitName: 'Phường Cái Răng',
  device: 'may-quay-1',
  desk: 'Quầy 1',
  codePattern: { prefix: 'H13', unitPart: '064', width: 4 },
  numberRange: { from: 1, to: 500 },
  training: false,
  header: {
    parentAgency: 'Ủy ban nhân dân phường Cái Răng',
    agency: 'Trung tâm Phục vụ hành chính công',
    place: 'Cái Răng',
    address: 'số 106 đường Võ Nguyên Giáp, phường Cái Răng, thành phố Cần Thơ',
    phone: '0292 3846 123',
    lookupLink: 'dichvucong.gov.vn',
  },
}

/** What every visit shares; the person is invented. */
const visit = {
  ...NO_PROGRESS,
  subject: 'dossier:00aa11bb22cc33dd',
  procedure: {
    code: '1.004873', name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân', field: 'Hộ tịch', version: '2026-07',
    caseId: 'again', caseName: 'Cấp lại',
  },
  applicant: {
    name: 'NGUYỄN THỊ ẨM', personalNumber: '092185000123', bornOn: '1985-03-15', sex: 'female', phone: '0900 000 123',
    address: '12 đường Số 1, khu vực 2, phường Cái Răng, thành phố Cần Thơ',
  },
  content: 'Dùng để đăng ký kết hôn',
  setCount: 0,
  papers: [],
  channel: 'direct',
  collectAt: 'counter',
  receivedBy: '31186',
  resolvedBy: '31186',
  receivedAt: '2026-11-20T03:44:00.000Z',
  clerk: 'Trần Thị B',
  desk: 'Quầy 1',
  notes: [],
  disputes: [],
  settled: [],
  printed: {},
  clockDoubted: false,
  acts: [],
} as const

export const sampleReceived: Dossier = {
  ...visit,
  state: 'received',
  code: 'H13.064-261120-0432',
  setCount: 1,
  papers: [
    { id: 'a', name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (theo mẫu)', kind: 'submit', originals: 1, copies: 0, received: true },
    { id: 'b', name: 'Giấy xác nhận tình trạng hôn nhân đã cấp trước đây', kind: 'submit', originals: 1, copies: 2, received: true },
    { id: 'c', name: 'Thẻ căn cước', kind: 'present', originals: 1, copies: 0, received: true },
    { id: 'd', name: 'Văn bản ủy quyền', kind: 'submit', originals: 0, copies: 0, received: false },
  ],
  due: {
    limit: { count: 3, unit: 'working-days' },
    dueOn: '2026-11-26',
    dueAt: '2026-11-26T03:44:00.000Z',
    provisional: false,
    steps: [
      { kind: 'day-skipped', on: '2026-11-21', why: 'weekend' },
      { kind: 'day-skipped', on: '2026-11-22', why: 'weekend' },
      { kind: 'day-skipped', on: '2026-11-24', why: 'holiday', name: 'Ngày Văn hóa Việt Nam' },
      { kind: 'counted', on: '2026-11-26', count: 3, unit: 'working-days' },
    ],
  },
  fee: { amount: 52_000, basis: 'Nghị quyết của Hội đồng nhân dân thành phố' },
}

/** A linked dossier: one receipt, three procedures, two of them resolved elsewhere. */
export const sampleLinked: Dossier = {
  ...sampleReceived,
  parts: [
    { id: 'birth', procedure: '1.001193', name: 'Đăng ký khai sinh', resolvedBy: '31186', dueOn: '2026-11-20' },
    { id: 'residence', procedure: '1.004222', name: 'Đăng ký thường trú', resolvedBy: 'Công an cấp xã', dueOn: '2026-11-24' },
    { id: 'insurance', procedure: '1.001939', name: 'Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi', resolvedBy: 'Bảo hiểm xã hội', dueOn: '2026-11-26' },
  ],
}

export const sampleGuided: Dossier = {
  ...visit,
  state: 'guided',
  missingPapers: ['Bản án hoặc quyết định ly hôn đã có hiệu lực pháp luật', 'Tờ khai theo mẫu, ghi đủ các mục'],
  reason: 'Khoản 2 Điều 22 Nghị định 123/2015/NĐ-CP',
}

export const sampleRefused: Dossier = {
  ...visit,
  state: 'refused',
  reason: 'Không thuộc thẩm quyền của Ủy ban nhân dân cấp xã; đề nghị nộp tại cơ quan đại diện Việt Nam ở nước ngoài.',
}

/** A day at two desks with one dossier on its way and one refused. */
export const sampleDay: DayStatement = {
  day: '2026-11-20', at: '2026-11-20T09:52:00.000Z', desk: 'Quầy 1', device: 'may-quay-1',
  desks: [{ desk: 'Quầy 1', received: 38, safe: 37 }, { desk: 'Quầy 2', received: 44, safe: 43 }],
  pageCount: 486, safePageCount: 471,
  waiting: [
    { code: 'H13.064-261120-0433', desk: 'Quầy 2', pagesWaiting: 9 },
    { code: 'H13.064-261120-0419', desk: 'Quầy 1', pagesWaiting: 6 },
  ],
  refused: [{ dossierCode: 'H13.064-261120-0419', problemCode: 'sync/page-unlike' }],
  checkCode: '7F3A-92C1',
}

/** A first print one minute after receipt; `qrSvg` shows the text instead of modules. */
export const sampleMoment: PrintMoment = {
  printedAt: '2026-11-20T03:45:00.000Z',
  copy: 1,
  size: 'A5',
  office: sampleOffice,
  clerkName: 'Trần Thị B',
  systemName: 'Một Cửa',
  qrPattern: QR_PATTERN,
  qrSvg: text => `<svg><text>${text}</text></svg>`,
  fontFaces: '',
}

/** What a reader reads of a paper: its text, without marks and styles, one blank between words. */
export function textOf(html: string): string {
  return html.replace(/<(style|head)>.*?<\/\1>/gs, ' ').replace(/<svg>.*?<\/svg>/gs, ' ').replace(/<\/?(bdi|b|span)( class="[^"]*")?>/g, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
}

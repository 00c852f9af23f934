import type { Html } from '../../shared/base/html.ts'
import type { Cell, TableColumn } from '../../shared/base/table.ts'
import { apology } from '../../shared/forms/apology/form.ts'
import { controlSheet } from '../../shared/forms/control-sheet/form.ts'
import { dayClose } from '../../shared/forms/day-close/form.ts'
import { dossierRegister } from '../../shared/forms/dossier-register/form.ts'
import { feeReceipt } from '../../shared/forms/fee-receipt/form.ts'
import type { PaperSize, PrintMoment } from '../../shared/forms/form.ts'
import { guidance } from '../../shared/forms/guidance/form.ts'
import { handOverList } from '../../shared/forms/hand-over-list/form.ts'
import { receipt } from '../../shared/forms/receipt/form.ts'
import { refusal } from '../../shared/forms/refusal/form.ts'
import { register } from '../../shared/forms/register/form.ts'
import { returnSlip } from '../../shared/forms/return-slip/form.ts'
import { shelfLabel } from '../../shared/forms/shelf-label/form.ts'
import { stopNotice } from '../../shared/forms/stop-notice/form.ts'
import { supplementRequest } from '../../shared/forms/supplement-request/form.ts'
import {
  sampleApologised, sampleAwaitingSupplement, sampleFeePaid, sampleHandOver, sampleRegister, sampleReport, sampleReturned, sampleSigner,
  sampleStopped,
} from '../builders/life-samples.ts'
import { sampleDay, sampleGuided, sampleLinked, sampleOffice, sampleReceived, sampleRefused } from '../builders/paper-samples.ts'

/** A paper whose text is kept and was read by a person. */
export interface Golden {
  readonly name: string
  readonly size: PaperSize
  readonly layout: (moment: PrintMoment) => Html
  readonly moment?: Partial<PrintMoment>
  /** What the QR at its top left says. */
  readonly qr: string
  readonly landscape?: true
  /** One where left out. */
  readonly pages?: number
}

export const SIZES = ['A4', 'A5'] as const

const training = { office: { ...sampleOffice, unitName: 'Xã Tập Huấn', training: true } }
const signed = { signer: sampleSigner }
const SAID = 'H13.064-261120-0432|1.004873|092185000123'
const receiptQr = `${SAID}|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|Một Cửa|2026-11-20 10:45|2026-11-26`
const qrOf = (title: string): string => `${SAID}|${title}|Một Cửa|2026-11-20 10:45`

const ON_BOTH_SIZES: readonly Omit<Golden, 'size'>[] = [
  { name: 'apology', layout: moment => apology.layout(sampleApologised, moment), moment: signed, qr: qrOf('Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết') },
  { name: 'control-sheet', layout: moment => controlSheet.layout(sampleReturned, moment), qr: qrOf('Phiếu kiểm soát quá trình giải quyết hồ sơ') },
  { name: 'day-close', layout: moment => dayClose.layout(sampleDay, moment), qr: 'KET-NGAY|31186|2026-11-20|7F3A-92C1|Bản kết ngày|Một Cửa|2026-11-20 16:52' },
  { name: 'guidance', layout: moment => guidance.layout(sampleGuided, moment), qr: '|1.004873|092185000123|Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ|Một Cửa|2026-11-20 10:45' },
  { name: 'receipt', layout: moment => receipt.layout(sampleReceived, moment), qr: receiptQr },
  { name: 'receipt-reprint', layout: moment => receipt.layout(sampleReceived, moment), moment: { copy: 3 }, qr: receiptQr },
  { name: 'receipt-training', layout: moment => receipt.layout(sampleReceived, moment), moment: training, qr: receiptQr },
  { name: 'refusal', layout: moment => refusal.layout(sampleRefused, moment), qr: '|1.004873|092185000123|Phiếu từ chối tiếp nhận giải quyết hồ sơ|Một Cửa|2026-11-20 10:45' },
  { name: 'return-slip', layout: moment => returnSlip.layout(sampleReturned, moment), qr: qrOf('Giấy biên nhận trả kết quả') },
  { name: 'shelf-label', layout: moment => shelfLabel.layout([sampleReceived], moment), qr: qrOf('Nhãn kệ hồ sơ') },
  { name: 'stop-notice', layout: moment => stopNotice.layout(sampleStopped, moment), moment: signed, qr: qrOf('Thông báo dừng giải quyết hồ sơ') },
  { name: 'supplement-request', layout: moment => supplementRequest.layout(sampleAwaitingSupplement, moment), qr: qrOf('Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ') },
]

const LYING: readonly Golden[] = [
  {
    name: 'dossier-register-A4', size: 'A4', layout: moment => dossierRegister.layout(sampleRegister, moment), moment: signed, landscape: true,
    qr: 'SO|31186|2026-11-01|2026-11-30|2|Sổ theo dõi hồ sơ|Một Cửa|2026-11-20',
  },
  { name: 'fee-receipt-A5', size: 'A5', layout: moment => feeReceipt.layout(sampleFeePaid, moment), landscape: true, pages: 3, qr: qrOf('Biên lai thu phí, lệ phí') },
  {
    name: 'hand-over-list-A4', size: 'A4', layout: moment => handOverList.layout(sampleHandOver, moment), landscape: true,
    qr: 'BAN-GIAO|31186|2026-11-20|2|Biên bản giao nhận hồ sơ|Một Cửa',
  },
  {
    name: 'report-A4', size: 'A4', layout: moment => register.layout(sampleReport, moment), moment: signed, landscape: true,
    qr: 'SO|31186|2026-11-01|2026-11-30|2|Tình hình, kết quả giải quyết thủ tục hành chính|Một Cửa|2026-11-20',
  },
]

export const GOLDENS: readonly Golden[] = [
  ...SIZES.flatMap(size => ON_BOTH_SIZES.map(paper => ({ ...paper, name: `${paper.name}-${size}`, size }))),
  ...LYING,
  { name: 'receipt-linked-A4', size: 'A4', layout: moment => receipt.layout(sampleLinked, moment), qr: receiptQr },
]

const COLUMNS: readonly TableColumn[] = [{ title: 'Mã hồ sơ', kind: 'text' }, { title: 'Chủ hồ sơ', kind: 'text' }, { title: 'Ngày nhận', kind: 'day' }]
const ROWS = Array.from({ length: 400 }, (_, i): readonly Cell[] => [`H13.064-261120-${String(i + 1).padStart(4, '0')}`, 'NGUYỄN THỊ ẨM', '2026-11-20'])

export const LONG_REGISTER: Golden = {
  name: 'long-register', size: 'A4', qr: '', landscape: true,
  layout: moment => dossierRegister.layout({ ...sampleRegister, table: { title: '', columns: COLUMNS, rows: ROWS } }, moment),
}

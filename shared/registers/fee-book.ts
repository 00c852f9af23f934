import type { Cell } from '../base/table.ts'
import type { Certification, CertifiedPaper } from '../certification/certification.ts'
import type { BookedDossier } from '../dossiers/booked-dossier.ts'
import type { VoidedReceipt } from '../dossiers/progress.ts'
import type { FeeReceipt } from '../stocks/act-bodies.ts'
import { byTime, ownerName } from './by-time.ts'
import type { Register, RegisterRow } from './register.ts'

/** Money in and out (sổ thu phí, lệ phí): of dossiers as it moved, of the express lane by number; what went back is a row of its own. */
export const feeBook: Register = {
  name: 'fee-book',
  title: 'Sổ thu phí, lệ phí',
  counted: 'lần thu, hoàn',
  columns: [
    { key: 'at', title: 'Thời gian', kind: 'moment' },
    { key: 'code', title: 'Mã hồ sơ, số chứng thực', kind: 'text' },
    { key: 'payer', title: 'Người nộp', kind: 'text' },
    { key: 'procedure', title: 'Nội dung thu', kind: 'text' },
    { key: 'receipt', title: 'Số biên lai', kind: 'text' },
    { key: 'method', title: 'Hình thức', kind: 'text' },
    { key: 'collected', title: 'Đã thu', kind: 'money', isSummed: true },
    { key: 'refunded', title: 'Đã hoàn', kind: 'money', isSummed: true },
    { key: 'note', title: 'Ghi chú', kind: 'text' },
    { key: 'by', title: 'Người thu', kind: 'text' },
  ],
  rows: ({ dossiers, books, nameOf }) => [
    ...dossiers.flatMap(dossier => moneyRows(dossier, nameOf)),
    ...books.flatMap(({ entries }) => entries.flatMap(({ paper, visit }) => certifiedRows(paper, visit, nameOf))),
  ].sort(byTime),
}

const METHOD = { cash: 'Tiền mặt', transfer: 'Chuyển khoản' } as const

function moneyRows(dossier: BookedDossier, nameOf: (userId: string) => string): readonly RegisterRow[] {
  const { subject, code, procedure, money } = dossier
  return money.map(({ kind, amount, method, receipt, receiptNumber, voidedReceipts = [], reason, at, by }) => {
    const how = method === undefined ? null : METHOD[method]
    const [collected, refunded] = kind === 'collected' ? [amount, null] : [null, amount]
    const about: readonly Cell[] = [code ?? null, ownerName(dossier), procedure.name, receiptName(receipt) ?? receiptNumber ?? null, how]
    return { subject, at, cells: [at, ...about, collected, refunded, reason ?? voidedWords(voidedReceipts), nameOf(by)] }
  })
}

/** `CT-26T 0001203`, as it stands on the receipt. */
function receiptName(receipt: FeeReceipt | undefined): string | undefined {
  return receipt && `${receipt.symbol} ${receipt.printed}`
}

function voidedWords(voided: readonly Pick<VoidedReceipt, 'printed' | 'reason'>[]): string | null {
  return voided.length === 0 ? null : `Thay biên lai ${voided.map(({ printed, reason }) => `${printed} (hủy: ${reason})`).join(', ')}`
}

function certifiedRows(paper: CertifiedPaper, visit: Certification, nameOf: (userId: string) => string): readonly RegisterRow[] {
  const { subject, at, person, payment, receipt, voidedReceipts = [], clerk } = visit
  const { number, book, name, fee, voided } = paper
  const how = payment === undefined ? null : METHOD[payment]
  const ofVoid = voidedReceipts.find(old => old.at === voided?.at)
  const about: readonly Cell[] = [`${String(number)} ${book.label}`, person.name, name, receiptName(ofVoid ?? receipt) ?? null, how]
  const note = fee.exemptionGround ?? (voided === undefined && receipt !== undefined ? voidedWords(voidedReceipts) : null)
  const taken: RegisterRow = { subject, at, cells: [at, ...about, fee.amount, null, note, clerk] }
  if (voided === undefined || voided.refunded === 0) return [taken]
  return [taken, { subject, at: voided.at, cells: [voided.at, ...about, null, voided.refunded, voided.reason, nameOf(voided.author)] }]
}

import { dayOfInstant } from '../base/day.ts'
import { BOOK_KINDS, getBookKind, type BookKind } from '../certification/book-kinds.ts'
import type { Book } from '../certification/fold-book.ts'
import type { Register, RegisterRow } from './register.ts'

/**
 * The books of certification, one register a kind: a row a number, in the order of the numbers, void ones too (rule N5), and those that
 * were lent to another desk and not entered (N6).
 */
export const certificationBooks: readonly Register[] = BOOK_KINDS.map(certificationBook)

function certificationBook(kind: BookKind): Register {
  return {
    name: `certification-${kind}`,
    title: getBookKind(kind).name,
    counted: 'số chứng thực',
    columns: [
      { key: 'book', title: 'Quyển số', kind: 'text' },
      { key: 'number', title: 'Số chứng thực', kind: 'number' },
      { key: 'on', title: 'Ngày, tháng, năm', kind: 'day' },
      { key: 'person', title: 'Họ, tên người yêu cầu', kind: 'text' },
      { key: 'personalNumber', title: 'Số giấy tờ', kind: 'text' },
      { key: 'paper', title: 'Tên, loại giấy tờ', kind: 'text' },
      { key: 'signer', title: 'Người ký chứng thực', kind: 'text' },
      { key: 'copies', title: 'Số bản', kind: 'number', isSummed: true },
      { key: 'fee', title: 'Lệ phí', kind: 'money', isSummed: true },
      { key: 'note', title: 'Ghi chú', kind: 'text' },
    ],
    rows: ({ books }) => [...books].filter(book => book.kind === kind)
      .sort((one, other) => one.year - other.year || (one.label < other.label ? -1 : 1))
      .flatMap(rowsOf),
  }
}

function rowsOf({ subject, label, entries, lentOut, doubted, afterClosing }: Book): readonly RegisterRow[] {
  const entered = entries.map(({ number, paper, visit }) => ({
    number,
    row: {
      subject: visit.subject, at: visit.at,
      cells: [
        label, number, dayOfInstant(visit.at), visit.person.name, visit.person.personalNumber ?? null, paper.name,
        visit.signer?.name ?? null,
        paper.voided === undefined ? paper.copyCount : null, paper.voided === undefined ? paper.fee.amount : null,
        noteOf(paper.voided?.reason, doubted.includes(number), afterClosing.includes(number)),
      ],
    },
  }))
  const out = lentOut.map(({ number, toDesk, at }) => ({
    number,
    row: { subject, at, cells: [label, number, dayOfInstant(at), null, null, null, null, null, null, `Đã cấp cho ${toDesk}, chưa vào sổ`] },
  }))
  return [...entered, ...out].sort((one, other) => one.number - other.number).map(({ row }) => row)
}

/** Why it counts for nothing, that somebody has to look, and that it came after the closing: all stand in the book (rules N5, N6). */
function noteOf(voidedBecause: string | undefined, isDoubted: boolean, isAfterClosing: boolean): string | null {
  const doubt = isDoubted ? 'Xem lại: số vào hai lần, hoặc chưa thấy máy giữ sổ cấp' : ''
  const notes = [voidedBecause === undefined ? '' : `Đã hủy: ${voidedBecause}`, doubt, isAfterClosing ? 'Đến sau khi máy khác khóa sổ' : '']
  return notes.filter(note => note !== '').join('. ') || null
}

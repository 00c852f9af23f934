import { dayOfInstant } from '../base/day.ts'
import type { Cell } from '../base/table.ts'
import type { BookedDossier } from '../dossiers/booked-dossier.ts'
import { findUnit } from '../units/unit.ts'
import { byTime, contentOf, ownerName } from './by-time.ts'
import type { Register, RegisterRow, RegisterSource } from './register.ts'

/**
 * Form 07 of TT 03/2025 (sổ theo dõi hồ sơ): every number that was drawn, voided ones too.
 *
 * Its columns are likely, not compared with the annex.
 */
export const dossierRegister: Register = {
  name: 'dossier-register',
  title: 'Sổ theo dõi hồ sơ',
  counted: 'hồ sơ',
  columns: [
    { key: 'code', title: 'Mã hồ sơ', kind: 'text' },
    { key: 'procedure', title: 'Tên thủ tục hành chính', kind: 'text' },
    { key: 'setCount', title: 'Số bộ', kind: 'number', isSummed: true },
    { key: 'owner', title: 'Tên cá nhân, tổ chức', kind: 'text' },
    { key: 'contact', title: 'Địa chỉ, số điện thoại', kind: 'text' },
    { key: 'resolvedBy', title: 'Cơ quan chủ trì giải quyết', kind: 'text' },
    { key: 'receivedOn', title: 'Ngày nhận', kind: 'day' },
    { key: 'dueOn', title: 'Ngày hẹn trả', kind: 'day' },
    { key: 'returnedOn', title: 'Ngày trả', kind: 'day' },
    { key: 'collectAt', title: 'Phương thức nhận kết quả', kind: 'text' },
    { key: 'collectedBy', title: 'Người nhận', kind: 'text' },
    { key: 'note', title: 'Ghi chú', kind: 'text' },
  ],
  rows: ({ dossiers }: RegisterSource) => dossiers.flatMap(knownRowOf).sort(byTime),
}

/** The book is asked for again whenever anybody writes anything; of tens of thousands of rows one has changed. */
const known = new WeakMap<BookedDossier, readonly RegisterRow[]>()

function knownRowOf(dossier: BookedDossier): readonly RegisterRow[] {
  const rows = known.get(dossier) ?? rowOf(dossier)
  known.set(dossier, rows)
  return rows
}

/** Its cells are made when somebody looks: of a book of years most see a month. */
function rowOf(dossier: BookedDossier): readonly RegisterRow[] {
  const { subject, code, receivedAt } = dossier
  if (code === undefined) return []
  let cells: readonly Cell[] | undefined
  return [{
    subject, at: receivedAt,
    get cells() { return cells ??= cellsOf(dossier, code) },
    get summed() { return [dossier.setCount] },
  }]
}

function cellsOf(dossier: BookedDossier, code: string): readonly Cell[] {
  const { receivedAt, setCount, applicant, owner, resolvedBy, due, collection, collectAt } = dossier
  const [address, phone] = [owner?.address ?? applicant.address, owner?.phone ?? applicant.phone]
  return [
    code, contentOf(dossier), setCount, ownerName(dossier), [address, phone].filter(text => text !== undefined).join(', '), findUnit(resolvedBy)?.name ?? resolvedBy,
    dayOfInstant(receivedAt), due?.dueOn ?? null, collection === undefined ? null : dayOfInstant(collection.at),
    collectAt === 'post' ? 'Bưu chính' : 'Trực tiếp', collection?.name ?? null, noteOf(dossier),
  ]
}

const ENDED = {
  resolved: null, returned: null, stopped: 'Dừng giải quyết', 'refused-after-appraisal': 'Từ chối sau thẩm định', withdrawn: 'Người nộp rút hồ sơ',
  voided: 'Hủy do tiếp nhận nhầm',
} as const

/** What the columns do not say: an end without a result, an extension, supplements. */
function noteOf({ ended, apology, supplements, parts }: BookedDossier): string | null {
  const words = [
    ended !== undefined && ENDED[ended.how],
    apology !== undefined && 'đã xin lỗi, hẹn lại',
    supplements.length > 0 && `bổ sung ${String(supplements.length)} lần`,
    parts !== undefined && `liên thông ${String(parts.length)} thủ tục`,
  ].filter(text => typeof text === 'string')
  return words.length === 0 ? null : words.join('; ')
}

import type { Handover } from '../dossiers/progress.ts'
import { byTime, contentOf, ownerName } from './by-time.ts'
import type { Register } from './register.ts'

/** Every hand-over of every dossier (sổ giao nhận hồ sơ): who gave it to whom, when, and whether it left the counter late (rule L4). */
export const handOverBook: Register = {
  name: 'hand-over-book',
  title: 'Sổ giao nhận hồ sơ',
  counted: 'lần giao nhận',
  columns: [
    { key: 'at', title: 'Thời gian', kind: 'moment' },
    { key: 'code', title: 'Mã hồ sơ', kind: 'text' },
    { key: 'owner', title: 'Tên cá nhân, tổ chức', kind: 'text' },
    { key: 'procedure', title: 'Tên thủ tục hành chính', kind: 'text' },
    { key: 'from', title: 'Bên giao', kind: 'text' },
    { key: 'to', title: 'Bên nhận', kind: 'text' },
    { key: 'what', title: 'Nội dung', kind: 'text' },
    { key: 'late', title: 'Quá giờ chuyển', kind: 'text' },
    { key: 'note', title: 'Ghi chú', kind: 'text' },
  ],
  rows: ({ dossiers }) => dossiers.flatMap(dossier => dossier.handovers.map(({ at, from, to, by, isLate, note }) => ({
    subject: dossier.subject, at,
    cells: [at, dossier.code ?? null, ownerName(dossier), contentOf(dossier), from.name, to.name, WHAT[by], isLate ? 'Có' : null, note ?? null],
  }))).sort(byTime),
}

const WHAT: Readonly<Record<Handover['by'], string>> = {
  forwarded: 'Chuyển xử lý', 'submitted-for-signature': 'Trình ký', 'sent-back': 'Trả lại', signed: 'Đã ký', resolved: 'Đã giải quyết',
}

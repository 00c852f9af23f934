import { dayOfInstant } from '../base/day.ts'
import { byTime, contentOf, ownerName } from './by-time.ts'
import type { Register } from './register.ts'

/** Every written apology with its new due day (form 04, rule T12). */
export const apologyList: Register = {
  name: 'apology-list',
  title: 'Danh sách xin lỗi và hẹn lại ngày trả kết quả',
  counted: 'lần xin lỗi',
  columns: [
    { key: 'on', title: 'Ngày', kind: 'day' },
    { key: 'number', title: 'Số văn bản', kind: 'text' },
    { key: 'code', title: 'Mã hồ sơ', kind: 'text' },
    { key: 'owner', title: 'Tên cá nhân, tổ chức', kind: 'text' },
    { key: 'procedure', title: 'Tên thủ tục hành chính', kind: 'text' },
    { key: 'reason', title: 'Lý do', kind: 'text' },
    { key: 'previousDueOn', title: 'Ngày hẹn cũ', kind: 'day' },
    { key: 'dueOn', title: 'Ngày hẹn mới', kind: 'day' },
    { key: 'by', title: 'Người xin lỗi', kind: 'text' },
  ],
  rows: ({ dossiers, nameOf }) => dossiers.flatMap(dossier => {
    const { subject, code, apology } = dossier
    if (apology === undefined) return []
    const { at, number, reason, previousDueOn, dueOn, by } = apology
    const about = [code ?? null, ownerName(dossier), contentOf(dossier)]
    return [{ subject, at, cells: [dayOfInstant(at), number ?? null, ...about, reason, previousDueOn, dueOn, nameOf(by)] }]
  }).sort(byTime),
}

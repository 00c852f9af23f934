import { dayOfInstant } from '../base/day.ts'
import { byTime, contentOf, ownerName } from './by-time.ts'
import type { Register } from './register.ts'

/** What was refused at the counter (form 03), and what was refused or stopped after appraisal (form 05). */
export const refusalList: Register = {
  name: 'refusal-list',
  title: 'Danh sách từ chối tiếp nhận, dừng giải quyết hồ sơ',
  counted: 'hồ sơ',
  columns: [
    { key: 'on', title: 'Ngày', kind: 'day' },
    { key: 'code', title: 'Mã hồ sơ', kind: 'text' },
    { key: 'owner', title: 'Tên cá nhân, tổ chức', kind: 'text' },
    { key: 'procedure', title: 'Tên thủ tục hành chính', kind: 'text' },
    { key: 'how', title: 'Hình thức', kind: 'text' },
    { key: 'reason', title: 'Lý do', kind: 'text' },
    { key: 'by', title: 'Người thực hiện', kind: 'text' },
  ],
  rows: ({ dossiers, nameOf }) => dossiers.flatMap(dossier => {
    const { subject, code, state, receivedAt, clerk, reason, ended } = dossier
    const about = [code ?? null, ownerName(dossier), contentOf(dossier)]
    if (code === undefined && state === 'refused') {
      return [{ subject, at: receivedAt, cells: [dayOfInstant(receivedAt), ...about, 'Từ chối tiếp nhận', reason ?? null, clerk] }]
    }
    if (ended?.how !== 'stopped' && ended?.how !== 'refused-after-appraisal') return []
    const how = ended.how === 'stopped' ? 'Dừng giải quyết' : 'Từ chối sau thẩm định'
    return [{ subject, at: ended.at, cells: [dayOfInstant(ended.at), ...about, how, reason ?? null, nameOf(ended.by)] }]
  }).sort(byTime),
}

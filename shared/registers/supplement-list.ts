import { dayOfInstant } from '../base/day.ts'
import { byTime, contentOf, ownerName } from './by-time.ts'
import type { Register } from './register.ts'

/** Every request to supplement (form 02): those of received dossiers, and guidance given before anything was received. */
export const supplementList: Register = {
  name: 'supplement-list',
  title: 'Danh sách yêu cầu bổ sung, hoàn thiện hồ sơ',
  counted: 'lần yêu cầu',
  columns: [
    { key: 'requestedOn', title: 'Ngày yêu cầu', kind: 'day' },
    { key: 'code', title: 'Mã hồ sơ', kind: 'text' },
    { key: 'owner', title: 'Tên cá nhân, tổ chức', kind: 'text' },
    { key: 'procedure', title: 'Tên thủ tục hành chính', kind: 'text' },
    { key: 'papers', title: 'Giấy tờ cần bổ sung', kind: 'text' },
    { key: 'reason', title: 'Lý do, căn cứ', kind: 'text' },
    { key: 'count', title: 'Lần', kind: 'number' },
    { key: 'suppliedOn', title: 'Ngày bổ sung', kind: 'day' },
    { key: 'by', title: 'Người yêu cầu', kind: 'text' },
  ],
  rows: ({ dossiers, nameOf }) => dossiers.flatMap(dossier => {
    const { subject, code, state, receivedAt, clerk, missingPapers = [], reason, supplements } = dossier
    const about = [ownerName(dossier), contentOf(dossier)]
    const guided = state === 'guided'
      ? [{ subject, at: receivedAt, cells: [dayOfInstant(receivedAt), null, ...about, missingPapers.join('; '), reason ?? null, null, null, clerk] }]
      : []
    const asked = supplements.map(({ requestedAt, papers, reason: why, legalGround, count, suppliedAt, requestedBy }) => ({
      subject, at: requestedAt,
      cells: [
        dayOfInstant(requestedAt), code ?? null, ...about, papers.join('; '), [why, legalGround].filter(text => text !== undefined).join('; '),
        count, suppliedAt === undefined ? null : dayOfInstant(suppliedAt), nameOf(requestedBy),
      ],
    }))
    return [...guided, ...asked]
  }).sort(byTime),
}

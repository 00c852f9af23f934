import { expect, test } from 'vitest'
import { NO_PROGRESS } from '../../shared/dossiers/begin-progress.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { dossierToRow } from './row.ts'

const dossier: Dossier = {
  ...NO_PROGRESS,
  subject: 'dossier:1', code: 'H13.064-261120-0432', state: 'received',
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', version: '1', caseId: 'default', caseName: '' },
  applicant: { name: 'NGUYỄN THỊ ẨM', personalNumber: '092185000123', phone: '0900 000 123' },
  content: '', papers: [], missingPapers: ['Giấy chứng sinh'], setCount: 1,
  due: { limit: { count: 3, unit: 'working-days' }, dueOn: '2026-11-25', dueAt: '2026-11-25T10:00:00.000Z', provisional: true, steps: [] },
  channel: 'direct', collectAt: 'counter', receivedBy: '', resolvedBy: '', receivedAt: '2026-11-20T03:00:00.000Z',
  clerk: 'Trần Thị B', desk: 'Quầy 2', notes: [], disputes: [], settled: [], printed: { receipt: 1 }, clockDoubted: false, acts: [],
}

test('an open dossier waits in its queue, with what its lists and its search need', () => {
  const row = dossierToRow(dossier)
  expect(row).toMatchObject({
    queue: 'open', entry: 'received', dueKey: '2026-11-25 2026-11-25T10:00:00.000Z', waits: 'papers', missingCount: 1,
    provisional: 'yes', disputed: 'no', receiptPrinted: true, task: 'forward', readySince: '',
  })
  for (const word of ['nguyen', 'am', '0432', '2611200432', '261120-0432', '092185000123', '0900000123']) expect(row.searchText).toContain(word)
})

test('a voided dossier has left every list but the one of its day', () => {
  expect(dossierToRow({ ...dossier, state: 'withdrawn' })).toMatchObject({ queue: 'closed', entry: 'voided', waits: 'nothing', provisional: 'no' })
})

test('texts that are not known are empty, so that an index can hold them', () => {
  const { code: _code, due: _due, ...rest } = dossier
  const row = dossierToRow({ ...rest, state: 'guided', applicant: { name: 'Ẩm' } })
  expect(row).toMatchObject({ code: '', personalNumber: '', bornOn: '', dueOn: null, dueKey: '9999-12-31 ', queue: 'guided' })
})

test('acts without one that begins a dossier make no row', () => {
  expect(fold([])).toBeUndefined()
})

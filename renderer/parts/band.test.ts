import { expect, test } from 'vitest'
import type { JournalState, ProgramState } from '../../shared/bridge/main-api.ts'
import { gravestBand } from './band.ts'

const calm: ProgramState = {
  at: '2026-11-20T00:02:00.000Z', disk: { state: 'ok', freeBytes: 38_000_000_000, drive: 'C:' },
  clockBehind: null, training: false, version: '0.1.0', problems: [],
}
const whole: JournalState = {
  heads: {}, actCount: 1, verification: { state: 'done', checked: 1, total: 1 }, readOnly: null,
  tornLines: 0, healedLines: 0, secondCopy: { state: 'whole', folder: 'D:\\mot-cua' }, endedAbruptly: false,
}
const low = { disk: { state: 'low', freeBytes: 1_290_000_000, drive: 'C:' } } as const
const clockBehind = { clockBehind: { today: '2025-11-20', newestDay: '2026-11-19' } } as const

test('as long as all is as usual there is no band, training or not', () => {
  expect(gravestBand(calm, whole)).toBeUndefined()
  expect(gravestBand({ ...calm, training: true }, null)).toBeUndefined()
})

test('one band at a time, the gravest first', () => {
  const titles = [
    gravestBand({ ...calm, ...low }, whole),
    gravestBand({ ...calm, ...low, ...clockBehind }, whole),
    gravestBand({ ...calm, ...low, ...clockBehind }, { ...whole, readOnly: { device: 'pc-1', seq: 4716, reason: 'chain' } }),
    gravestBand({ ...calm, ...clockBehind, disk: { state: 'full', freeBytes: 0, drive: 'C:' } }, whole),
  ].map(band => band?.title)
  expect(titles).toEqual([
    'Ổ đĩa C: sắp đầy, còn 1,2 GB.',
    'Đồng hồ máy sai: máy ghi 20/11/2025, sổ đã có việc ngày 19/11/2026.',
    'Sổ của máy này hỏng từ dòng 4.716 (máy pc-1), nên chỉ xem.',
    'Ổ đĩa C: đầy. Chưa lưu được hồ sơ mới.',
  ])
})

test('only a full disk interrupts a reader', () => {
  expect(gravestBand({ ...calm, disk: { state: 'full', freeBytes: 0, drive: 'C:' } }, whole)?.alert).toBe(true)
  expect(gravestBand({ ...calm, disk: { state: 'very-low', freeBytes: 1, drive: 'C:' } }, whole)?.alert).toBe(false)
})

test('a second copy that cannot be found is told where it was', () => {
  const missing: JournalState = { ...whole, secondCopy: { state: 'missing', folder: 'E:\\so' } }
  expect(gravestBand(calm, missing)?.title).toBe('Không thấy thư mục của bản thứ hai: E:\\so.')
})

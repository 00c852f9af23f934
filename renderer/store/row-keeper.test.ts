import { expect, test } from 'vitest'
import type { DossierRow } from './row.ts'
import { rowKeeper } from './row-keeper.ts'

const row = (subject: string, name: string, dueOn: string | null = '2026-11-25'): DossierRow => ({
  subject, name, dueOn, code: 'H13.064-261120-0432', state: 'received', queue: 'open', entry: 'received', dueAt: null, dueKey: '2026-11-25 ', task: 'forward',
  worker: '', holderName: '', readySince: '', waits: 'nothing', provisional: 'no', disputed: 'no', ownerName: '', personalNumber: '', bornOn: '',
  procedureCode: '1.001193', procedureName: 'Đăng ký khai sinh', field: 'Hộ tịch', channel: 'direct', receivedAt: '2026-11-20T03:00:00.000Z',
  clerk: 'Trần Thị B', desk: 'Quầy 2', missingCount: 0, disputeCount: 0, receiptPrinted: true, searchText: '',
})

test('rows come back whole and in the order they are asked for; one that is not known is left out', () => {
  const keeper = rowKeeper()
  keeper.put([row('a', 'Lê Thị Ẩm'), row('b', 'Trần Văn Hòa', null)])
  expect(keeper.of(['b', 'never', 'a'])).toEqual([row('b', 'Trần Văn Hòa', null), row('a', 'Lê Thị Ẩm')])
})

test('a row that is put again takes the place of what it was', () => {
  const keeper = rowKeeper()
  keeper.put([row('a', 'Lê Thị Ẩm')])
  keeper.put([row('a', 'Lê Thị Ấm', '2026-11-26')])
  expect(keeper.of(['a'])).toEqual([row('a', 'Lê Thị Ấm', '2026-11-26')])
})

test('what a caller does to its rows afterwards is not held', () => {
  const keeper = rowKeeper()
  const given = { ...row('a', 'Lê Thị Ẩm') }
  keeper.put([given])
  given.name = 'khác'
  expect(keeper.of(['a'])).toEqual([row('a', 'Lê Thị Ẩm')])
})

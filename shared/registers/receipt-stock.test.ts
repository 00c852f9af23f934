import { expect, test } from 'vitest'
import type { Stock } from '../stocks/fold-stock.ts'
import { receiptStock } from './receipt-stock.ts'
import { receiptsDrawn } from './receipts-drawn.ts'
import { readRegister, totalsOf } from './register.ts'

const AT = '2026-11-02T02:00:00.000Z'
const stock = (changes: Partial<Stock>): Stock => ({
  device: 'pc-one', serial: 1, subject: 'stock:pc-one.1', form: '01BLP2-001', symbol: 'CT-26T', from: 1201, to: 1250, width: 7,
  deskName: 'Quầy 1', givenAt: AT, closedAt: null, givenByName: 'Hồ Thị Lan', used: [], voided: [], ...changes,
})
const read = (stocks: readonly Stock[]) => readRegister(receiptStock, { dossiers: [], books: [], stocks, nameOf: id => id })

test('M3 each stock stands with what was received, used, void and is left, and the sums below', () => {
  const rows = read([
    stock({ used: [1201, 1203], voided: [{ number: 1202, why: { reason: 'ghi sai tên', at: AT } }] }),
    stock({
      subject: 'stock:pc-two.1', deskName: 'Quầy 2', from: 1, to: 20, keeper: { userId: 'lan', name: 'Hồ Thị Lan' },
      closedAt: '2026-11-25T02:00:00.000Z',
    }),
  ])
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['2026-11-02', '01BLP2-001', 'CT-26T', '0001201', '0001250', 'Quầy 1', null, 50, 2, 1, 47, 'hủy 0001202 (ghi sai tên)', 'Hồ Thị Lan'],
    ['2026-11-02', '01BLP2-001', 'CT-26T', '0000001', '0000020', 'Quầy 2', 'Hồ Thị Lan', 20, 0, 0, 20, 'quyết toán ngày 25/11/2026', 'Hồ Thị Lan'],
  ])
  expect(totalsOf(receiptStock, rows)?.slice(7, 11)).toEqual([70, 2, 1, 67])
})

test('M3 a number that two desks wrote on is named at both', () => {
  const notes = read([
    stock({ used: [1201, 1202] }), stock({ subject: 'stock:pc-two.1', deskName: 'Quầy 2', from: 1202, to: 1210, used: [1202] }),
  ]).map(({ cells }) => cells[11])
  expect(notes).toEqual(['cấp trùng số với quyển ở Quầy 2; dùng hai lần: 0001202', 'cấp trùng số với quyển ở Quầy 1; dùng hai lần: 0001202'])
})

test('M3 receipts are drawn by money of dossiers, void ones with it, and by visits', () => {
  const receipt = { stock: 'stock:pc-one.1', form: 'f', symbol: 's', number: 2, printed: '2' }
  const voided = { stock: 'stock:pc-one.1', number: 1, printed: '1', reason: 'sai', at: AT, by: 'an' }
  const entry = { amount: 1, at: AT, by: 'an' }
  const money = [{ kind: 'collected' as const, ...entry, receipt, voidedReceipts: [voided] }, { kind: 'refunded' as const, ...entry }]
  expect(receiptsDrawn([{ money }], [{ receipt: { ...receipt, number: 3 } }, {}]).map(({ number, voided: why }) => [number, why?.reason]))
    .toEqual([[1, 'sai'], [2, undefined], [3, undefined]])
})

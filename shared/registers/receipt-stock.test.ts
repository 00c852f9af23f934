import { expect, test } from 'vitest'
import { beginLife, INPUTS, lifeIn, STOCKS } from '../../tests/builders/dossier-life.ts'
import { clerkAn } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import { bookedOf } from '../dossiers/booked-dossier.ts'
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

test('M3 a receipt stays in its register when the dossier its money was for had been closed at another desk', () => {
  const [here, there] = [lifeIn('received'), beginLife(pretendDevice('pc-two'))]
  there.device.learn(here.device.acts())
  expect(there.ask('dossier/withdraw', INPUTS['dossier/withdraw'] ?? {}, clerkAn)).toBeUndefined()
  expect(here.ask('dossier/collect-fee', { amount: 8000, method: 'cash' }, clerkAn, '2026-11-25T03:00:00.000Z', { stocks: STOCKS })).toBeUndefined()
  here.device.learn(there.device.acts().filter(({ device }) => device === 'pc-two'))
  const dossier = bookedOf(here.dossier())
  expect([dossier.state, dossier.money]).toEqual(['withdrawn', []])
  expect(receiptsDrawn([dossier], [])).toEqual([{ stock: Object.keys(STOCKS)[0], number: 1201 }])
})

test('M3 what was said last of a receipt holds, also where the dossier was closed between', () => {
  const receipt = { stock: 'stock:pc-one.1', form: 'f', symbol: 's', number: 2, printed: '2' }
  const money = [{ kind: 'collected' as const, amount: 1, at: AT, by: 'an', receipt }]
  const strayReceipts = [{ stock: 'stock:pc-one.1', number: 2, voided: { reason: 'sai', at: AT } }, { stock: 'stock:pc-one.1', number: 3 }]
  expect(receiptsDrawn([{ money, strayReceipts }], [])).toEqual(strayReceipts)
})

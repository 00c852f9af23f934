import { expect, test } from 'vitest'
import { clerkAn } from '../../tests/builders/moment.ts'
import { lifeIn, MORNING, STOCKS, SUBJECT, takeUnseen } from '../../tests/builders/dossier-life.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import { applyToStocks } from '../stocks/stocks.ts'
import { balanceOf } from './money.ts'
import { strayMoney } from './stray-money.ts'

const STOCK = 'stock:pc-0123456789ab.1'
const VOID = { stock: STOCK, number: 1201, reason: 'Ghi sai tên người nộp' }

/** A received dossier whose fee is taken from the desk's stock, as far as it is written then. */
function paid() {
  const life = lifeIn('received')
  const stocks = () => life.device.acts().reduce(applyToStocks, STOCKS)
  const ask = (verb: string, input: object) => life.ask(verb, input, clerkAn, MORNING, { stocks: stocks() })
  expect(ask('dossier/collect-fee', { amount: 8000, method: 'cash', receiptNumber: 'gõ tay' })).toBeUndefined()
  return { life, stocks, ask }
}

test('M3 a fee is taken on the next number of the stock, whatever was typed', () => {
  const { life, stocks } = paid()
  expect(life.dossier().money).toMatchObject([{
    amount: 8000, receiptNumber: '0001201', receipt: { stock: STOCK, form: '01BLP2-001', symbol: 'CT-26T', number: 1201, printed: '0001201' },
  }])
  expect(stocks()[STOCK]).toMatchObject({ last: 1201, usedCount: 1, voided: [] })
})

test('M3 a receipt written wrongly counts for nothing and keeps its number; the same money stands on the next', () => {
  const { life, stocks, ask } = paid()
  expect(ask('dossier/print-form', { form: 'fee-receipt', to: 'pdf' })).toBeUndefined()
  expect(ask('dossier/void-fee-receipt', VOID)).toBeUndefined()
  const dossier = life.dossier()
  expect(dossier.acts.at(-1)?.body['voided']).toEqual({ stock: STOCK, number: 1201, printed: '0001201' })
  expect(dossier.money).toMatchObject([{
    amount: 8000, receiptNumber: '0001202', voidedReceipts: [{ stock: STOCK, number: 1201, printed: '0001201', reason: VOID.reason, by: 'an' }],
  }])
  expect(balanceOf(dossier)).toMatchObject({ collected: 8000, owed: 0 })
  expect(dossier.printed).toEqual({})
  expect(stocks()[STOCK]).toMatchObject({ last: 1202, usedCount: 1, voided: [1201] })
  expect(ask('dossier/void-fee-receipt', VOID)?.code).toBe('dossier/fee-receipt-unknown')
})

test('M3 no receipt is void without a reason, at another desk, or without a next one; nothing is written then', () => {
  const { life, stocks, ask } = paid()
  const before = life.device.acts().length
  expect(ask('dossier/void-fee-receipt', { ...VOID, reason: ' ' })?.code).toBe('dossier/reason-missing')
  const known = stocks()[STOCK]
  if (known === undefined) throw new Error('No stock')
  const asked = (changes: object) =>
    life.ask('dossier/void-fee-receipt', VOID, clerkAn, MORNING, { stocks: { [STOCK]: { ...known, ...changes } } })?.code
  expect(asked({ last: 1250 })).toBe('stock/used-up')
  expect(asked({ closedAt: MORNING })).toBe('stock/closed')
  expect(life.ask('dossier/void-fee-receipt', VOID, clerkAn, MORNING, { stocks: {} })?.code).toBe('stock/unknown')
  expect(life.device.acts().length).toBe(before)
})

test('M3 the receipt of money that came after the dossier was closed is void once the money goes back, and no receipt follows', () => {
  for (const state of ['withdrawn', 'stopped'] as const) {
    const life = lifeIn(state)
    takeUnseen(life)
    const stocks = life.device.acts().reduce(applyToStocks, STOCKS)
    const ask = (input: object) => life.ask('dossier/void-fee-receipt', input, clerkAn, MORNING, { stocks })
    expect(strayMoney(life.dossier())).toMatchObject([{ receipt: { number: 1201 }, amount: 1000 }])
    expect(ask({ ...VOID, reason: '' })?.code).toBe('dossier/reason-missing')
    expect(ask(VOID)).toBeUndefined()
    const dossier = life.dossier()
    expect(dossier.acts.at(-1)?.body).toEqual({ voided: { stock: STOCK, number: 1201, printed: '0001201' }, reason: VOID.reason, givenBack: 1000 })
    expect([dossier.state, dossier.money, strayMoney(dossier)]).toEqual([state, [], []])
    expect(dossier.strayReceipts).toEqual([{ stock: STOCK, number: 1201, voided: { reason: VOID.reason, at: MORNING } }])
    expect(life.device.acts().reduce(applyToStocks, STOCKS)[STOCK]).toMatchObject({ last: 1201, usedCount: 0, voided: [1201] })
    expect(ask(VOID)).toMatchObject({ code: 'dossier/not-allowed', state })
  }
})

test('M3 a receipt given before the dossier was closed stays as it is', () => {
  const { life, ask } = paid()
  expect(ask('dossier/withdraw', { request: 'Xin rút', originals: [], refund: { amount: 8000 } })).toBeUndefined()
  expect(ask('dossier/void-fee-receipt', VOID)).toMatchObject({ code: 'dossier/not-allowed', state: 'withdrawn' })
  expect(life.dossier().strayReceipts).toBeUndefined()
})

test('M3, D2 a receipt that replaced one unseen of the end is stray: its money is the dossier\'s, and nothing goes back with it', () => {
  const { life, ask } = paid()
  const closing = pretendDevice('pc-other')
  closing.learn(life.device.acts())
  const [withdrawn] = closing.write([{ subject: SUBJECT, kind: 'dossier/withdrawn', body: { request: 'Xin rút', requestedBy: 'x', originals: [] } }], MORNING)
  expect(life.ask('dossier/void-fee-receipt', VOID, clerkAn, '2026-11-25T03:00:00.000Z', { stocks: life.device.acts().reduce(applyToStocks, STOCKS) })).toBeUndefined()
  life.device.learn(withdrawn === undefined ? [] : [withdrawn])
  expect(strayMoney(life.dossier())).toMatchObject([{ receipt: { number: 1202 }, amount: 0 }])
  expect(ask('dossier/void-fee-receipt', { ...VOID, number: 1202 })).toBeUndefined()
  expect([strayMoney(life.dossier()), balanceOf(life.dossier()).collected]).toEqual([[], 8000])
})

test('M3, D1 money that turns out to be the dossier\'s has gone back from it', () => {
  const life = lifeIn('processing')
  takeUnseen(life, '2026-11-25T02:05:00.000Z')
  life.device.write([{
    subject: SUBJECT, kind: 'dossier/fee-receipt-voided', body: { voided: { stock: STOCK, number: 1201 }, reason: 'Trả lại', givenBack: 1000 },
  }], '2026-11-25T02:10:00.000Z')
  expect(balanceOf(life.dossier())).toMatchObject({ collected: 1000, refunded: 1000 })
  expect(life.dossier()).toMatchObject({ disputes: [], money: [{ voidedReceipts: [{ number: 1201 }] }, { kind: 'refunded', amount: 1000 }] })
})

import { expect, test } from 'vitest'
import { clerkAn } from '../../tests/builders/moment.ts'
import { lifeIn, MORNING, STOCKS } from '../../tests/builders/dossier-life.ts'
import { applyToStocks } from '../stocks/stocks.ts'
import { balanceOf } from './money.ts'

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

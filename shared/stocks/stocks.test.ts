import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act, NewAct } from '../acts/act.ts'
import type { Problem, Result } from '../base/result.ts'
import { momentOf, office } from '../../tests/builders/moment.ts'
import { pretendDevice, type PretendDevice } from '../../tests/builders/stamp.ts'
import { closeStock } from './close-stock.ts'
import { drawReceipt } from './draw-receipt.ts'
import { foldStock } from './fold-stock.ts'
import { giveStock, type GiveStockInput } from './give-stock.ts'
import type { StockMoment } from './moment.ts'
import { applyToStocks, leftIn, type StocksWritten } from './stocks.ts'
import { voidBlank } from './void-blank.ts'

const BUNDLE: GiveStockInput = { form: '01BLP2-001', symbol: 'CT-26T', from: '0000101', to: '0000105' }
const AT = '2026-11-25T02:00:00.000Z'

/** A desk that writes in its stocks and takes money, as far as its receipts go. */
function deskOf(device: string, log: PretendDevice = pretendDevice(device)) {
  const stocks = (): StocksWritten => log.acts().reduce(applyToStocks, {})
  const moment = (changes: Partial<StockMoment> = {}): StockMoment =>
    ({ ...momentOf(), office: { ...office, device, desk: `Quầy ${device}` }, stocks: stocks(), ...changes })
  const write = (decided: Result<readonly NewAct[]>, at = AT): Problem | undefined => {
    if (!decided.ok) return decided.problem
    log.write(decided.value, at)
    return undefined
  }
  return {
    log, stocks, moment,
    give: (changes: Partial<GiveStockInput> = {}, at = AT) => write(giveStock({ ...BUNDLE, ...changes }, moment()), at),
    /** The number as printed, or the problem's code. */
    take: (userId = 'an') => {
      const drawn = drawReceipt(stocks(), { device, userId })
      if (!drawn.ok) return drawn.problem.code
      if (drawn.value === undefined) return undefined
      log.write([{ subject: 'dossier:1', kind: 'dossier/fee-collected', body: { amount: 1, method: 'cash', receipt: drawn.value } }], AT)
      return drawn.value.printed
    },
    tear: (subject: string, number: string, reason = 'rách') => write(voidBlank({ subject, number, reason }, moment())),
    close: (subject: string, changes: Partial<StockMoment> = {}) => write(closeStock({ subject }, moment(changes))),
  }
}

test('M3 each fee draws the next number of the stock the desk was given, then of the next, and a used-up one is a problem', () => {
  const desk = deskOf('pc-one')
  expect(desk.take()).toBeUndefined()
  expect(desk.give()).toBeUndefined()
  expect([desk.take(), desk.take(), desk.take(), desk.take(), desk.take(), desk.take()])
    .toEqual(['0000101', '0000102', '0000103', '0000104', '0000105', 'stock/used-up'])
  expect(drawReceipt(desk.stocks(), { device: 'pc-one', userId: 'an' }))
    .toEqual({ ok: false, problem: { code: 'stock/used-up', symbol: 'CT-26T', to: '0000105' } })
  expect(desk.give({ from: '0000201', to: '0000202' })).toBeUndefined()
  expect([desk.take(), desk.take(), desk.take()]).toEqual(['0000201', '0000202', 'stock/used-up'])
  expect(desk.close('stock:pc-one.1')).toBeUndefined()
  expect(desk.close('stock:pc-one.2')).toBeUndefined()
  expect(desk.take()).toBeUndefined()
})

test('M3 one person has a stock of their own at a shared desk', () => {
  const desk = deskOf('pc-one')
  desk.give()
  desk.give({ symbol: 'CT-26S', keeper: 'binh' })
  expect([desk.take('binh'), desk.take('an'), desk.take('binh')]).toEqual(['0000101', '0000101', '0000102'])
  expect(desk.give({ symbol: 'CT-26R', keeper: 'nobody' })?.code).toBe('stock/keeper-unknown')
})

test('M3 a torn blank keeps its number and is passed over', () => {
  const desk = deskOf('pc-one')
  desk.give()
  expect(desk.take()).toBe('0000101')
  expect(desk.tear('stock:pc-one.1', '0000102')).toBeUndefined()
  expect(desk.take()).toBe('0000103')
  const state = desk.stocks()['stock:pc-one.1']
  expect(state).toMatchObject({ last: 103, usedCount: 2, voided: [102] })
  expect(state && leftIn(state)).toBe(2)
})

test('L20 what cannot be written in a stock is a problem, and nothing is written', () => {
  const desk = deskOf('pc-one')
  expect(desk.give({ form: ' ' })?.code).toBe('stock/unnamed')
  for (const [from, to] of [['5', '4'], ['0', '4'], ['x', '4'], ['-1', '4'], ['1', '9999999999'], ['1', '200000'], ['1.5', '4']] as const) {
    expect(desk.give({ from, to })?.code, `${from} ${to}`).toBe('stock/range-impossible')
  }
  desk.give()
  expect(desk.give({ from: '0000105', to: '0000110' }))
    .toEqual({ code: 'stock/overlaps', symbol: 'CT-26T', from: '0000101', to: '0000105', desk: 'Quầy pc-one' })
  desk.take()
  expect(['0000101', '0000106', '', 'x'].map(number => desk.tear('stock:pc-one.1', number)?.code))
    .toEqual(['stock/number-used', 'stock/number-unknown', 'stock/number-unknown', 'stock/number-unknown'])
  expect(desk.tear('stock:pc-one.1', '0000103', ' ')?.code).toBe('stock/reason-missing')
  expect(desk.tear('stock:pc-one.1', '0000103')).toBeUndefined()
  expect(desk.tear('stock:pc-one.1', '0000103')?.code).toBe('stock/already-voided')
  expect(desk.tear('stock:pc-two.1', '0000103')?.code).toBe('stock/unknown')
  expect(desk.close('stock:pc-one.1')).toBeUndefined()
  expect([desk.close('stock:pc-one.1')?.code, desk.tear('stock:pc-one.1', '0000104')?.code]).toEqual(['stock/closed', 'stock/closed'])
})

test('M3 the stock of another desk is closed here only once that PC writes no more', () => {
  const [one, two] = [deskOf('pc-one'), deskOf('pc-two')]
  one.give()
  two.log.learn(one.log.acts())
  expect(two.close('stock:pc-one.1')).toEqual({ code: 'stock/other-desk', desk: 'Quầy pc-one' })
  expect(two.close('stock:pc-one.1', { goneDevices: ['pc-one'] })).toBeUndefined()
  expect(two.stocks()['stock:pc-one.1']?.closedAt).toBe(AT)
})

test('D5 a range that two desks typed unknown to each other is drawn from at one desk alone once they know', () => {
  const [one, two] = [deskOf('pc-one'), deskOf('pc-two')]
  one.give({}, '2026-11-25T02:00:00.000Z')
  two.give({ from: '0000103', to: '0000107' }, '2026-11-25T03:00:00.000Z')
  expect([one.take(), two.take()]).toEqual(['0000101', '0000103'])
  const [ofOne, ofTwo] = [[...one.log.acts()], [...two.log.acts()]]
  one.log.learn(ofTwo)
  two.log.learn(ofOne)
  expect([one.take(), one.take(), one.take(), one.take()]).toEqual(['0000102', '0000104', '0000105', 'stock/used-up'])
  expect([two.take(), two.take(), two.take()]).toEqual(['0000106', '0000107', 'stock/used-up'])
})

test('D5 a blank that the other desk of a shared range has torn is drawn by nobody', () => {
  const [one, two] = [deskOf('pc-one'), deskOf('pc-two')]
  one.give({}, '2026-11-25T02:00:00.000Z')
  two.give({ from: '0000101', to: '0000107' }, '2026-11-25T03:00:00.000Z')
  expect(two.tear('stock:pc-two.1', '0000102')).toBeUndefined()
  one.log.learn([...two.log.acts()])
  expect([one.take(), one.take()]).toEqual(['0000101', '0000103'])
})

test('N3, D1 any order of arrival between desks is the same stocks, and no number is drawn twice', () => {
  const desks = ['pc-one', 'pc-two'].map(name => deskOf(name))
  desks.forEach((desk, i) => desk.give({ from: String(i * 100 + 1), to: String(i * 100 + 50) }))
  fc.assert(fc.property(fc.array(fc.nat(1), { maxLength: 60 }), turns => {
    const printed = turns.map(which => `${String(which)} ${desks[which]?.take() ?? ''}`).filter(text => !text.endsWith('used-up'))
    expect(new Set(printed).size).toBe(printed.length)
  }), { numRuns: 3 })
  const logs = desks.map(({ log }) => log.acts())
  const due = logs.flat().reduce(applyToStocks, {})
  const everyTurn = logs.flatMap((acts, which) => acts.map(() => which))
  fc.assert(fc.property(fc.shuffledSubarray(everyTurn, { minLength: everyTurn.length }), turns => {
    const waiting = logs.map(acts => [...acts])
    const acts = turns.flatMap((which): Act[] => waiting[which]?.splice(0, 1) ?? [])
    expect(acts.reduce(applyToStocks, {})).toEqual(due)
  }))
})

test('M3 received, used, void and left add up, from the acts that took the money', () => {
  const desk = deskOf('pc-one')
  desk.give()
  desk.tear('stock:pc-one.1', '104')
  const stock = foldStock('stock:pc-one.1', desk.log.acts(), [
    { stock: 'stock:pc-one.1', number: 102 },
    { stock: 'stock:pc-one.1', number: 101, voided: { reason: 'ghi sai tên', at: AT } },
    { stock: 'stock:pc-two.1', number: 103 },
  ])
  expect(stock).toMatchObject({
    device: 'pc-one', serial: 1, symbol: 'CT-26T', from: 101, to: 105, givenByName: 'Nguyễn Thị Ẩm', used: [102],
    voided: [{ number: 101, why: { reason: 'ghi sai tên' } }, { number: 104, why: { reason: 'rách' } }],
  })
})

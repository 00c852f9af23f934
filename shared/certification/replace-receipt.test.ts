import { expect, test } from 'vitest'
import { certifyingDesk, COPIES, toCertify, type CertifyingDesk } from '../../tests/builders/certifying-desk.ts'
import { feeBook } from '../registers/fee-book.ts'
import { receiptsDrawn } from '../registers/receipts-drawn.ts'
import { readRegister } from '../registers/register.ts'
import { closeStock } from '../stocks/close-stock.ts'
import { giveStock } from '../stocks/give-stock.ts'
import { leftIn } from '../stocks/stocks.ts'
import { certify } from './certify.ts'
import { foldBook } from './fold-book.ts'
import { papersOnReceipt } from './fold.ts'
import { voidCertification } from './void-certification.ts'

const paper = (name: string, copyCount: number) => ({ procedure: COPIES, name, pageCount: 1, copyCount })

/** A visit with three numbers of 2.000, 4.000 and 6.000 đ on receipt 101 of a stock up to `to`. */
function paidVisit(to: string) {
  const desk = certifyingDesk()
  desk.ask(moment => giveStock({ form: '01BLP2-001', symbol: 'CT-26T', from: '0000101', to }, moment))
  const certified = desk.ask(moment => certify(toCertify({ papers: [paper('Bằng', 1), paper('Học bạ', 2), paper('Căn cước', 3)] }), moment))
  if (!certified.ok) throw new Error(certified.problem.code)
  return { desk, subject: certified.value.at(-1)?.subject ?? '' }
}

function makeVoid(desk: CertifyingDesk, subject: string, number: number, minute: number) {
  const at = `2026-11-25T03:${String(minute).padStart(2, '0')}:00.000Z`
  return desk.ask(moment => voidCertification({ subject, book: { kind: 'copies', year: 2026 }, number, reason: 'Nhầm' }, moment), at, subject)
}

const stockOf = (desk: CertifyingDesk) => Object.values(desk.stocks())[0]

test('M3 once a number is void the receipt of its visit is too, and the next one stands for what is still paid, until nothing is', () => {
  const { desk, subject } = paidVisit('110')
  const standing = () => desk.visits().map(visit => [
    visit.receipt?.number, visit.voidedReceipts?.map(({ number, reason }) => `${String(number)} ${reason}`),
    papersOnReceipt(visit).reduce((sum, { fee }) => sum + fee.amount, 0),
  ])
  expect(standing()).toEqual([[101, undefined, 12_000]])
  expect(makeVoid(desk, subject, 2, 1)).toMatchObject({ ok: true, value: [{ body: { voided: { number: 101, printed: '0000101' } } }] })
  expect(standing()).toEqual([[102, ['101 Nhầm'], 8000]])
  expect(makeVoid(desk, subject, 1, 2).ok).toBe(true)
  expect(makeVoid(desk, subject, 3, 3).ok).toBe(true)
  expect(standing()).toEqual([[undefined, ['101 Nhầm', '102 Nhầm', '103 Nhầm'], 0]])
  expect(stockOf(desk)).toMatchObject({ last: 103, usedCount: 0, voided: [101, 102, 103] })
  expect(receiptsDrawn([], desk.visits()).map(({ number, voided }) => [number, voided?.reason])).toEqual([[101, 'Nhầm'], [102, 'Nhầm'], [103, 'Nhầm']])
})

test('M3 the fee book names for each number the receipt its money stood on last', () => {
  const { desk, subject } = paidVisit('110')
  makeVoid(desk, subject, 2, 1)
  const book = foldBook(`book:${desk.device}.copies.2026`, desk.acts(), desk.visits())
  if (book === undefined) throw new Error('No such book')
  const rows = readRegister(feeBook, { dossiers: [], books: [book], stocks: [], nameOf: id => id })
  expect(rows.map(({ cells }) => [cells[3], cells[4], cells[6], cells[7], cells[8]])).toEqual([
    ['Bằng', 'CT-26T 0000102', 2000, null, 'Thay biên lai 0000101 (hủy: Nhầm)'],
    ['Học bạ', 'CT-26T 0000101', 4000, null, null],
    ['Căn cước', 'CT-26T 0000102', 6000, null, 'Thay biên lai 0000101 (hủy: Nhầm)'],
    ['Học bạ', 'CT-26T 0000101', null, 4000, 'Nhầm'],
  ])
})

test('M3 a used-up stock is a problem before anything is written, and the receipt of a closed one stays as it was', () => {
  const last = paidVisit('101')
  expect(makeVoid(last.desk, last.subject, 2, 1)).toMatchObject({ ok: false, problem: { code: 'stock/used-up' } })
  expect(last.desk.visits()[0]?.papers.some(({ voided }) => voided !== undefined)).toBe(false)

  const { desk, subject } = paidVisit('110')
  const stock = Object.keys(desk.stocks())[0] ?? ''
  desk.ask(moment => closeStock({ subject: stock }, moment))
  expect(makeVoid(desk, subject, 2, 1).ok).toBe(true)
  const [visit] = desk.visits()
  expect([visit?.receipt?.number, visit?.voidedReceipts, visit?.fee]).toEqual([101, undefined, 8000])
  expect(visit && papersOnReceipt(visit)).toHaveLength(3)
  const state = stockOf(desk)
  expect(state && leftIn(state)).toBe(9)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  sampleApologised, sampleAwaitingSupplement, sampleForwarded, sampleReturned, sampleStopped,
} from '../../tests/builders/life-samples.ts'
import { sampleGuided, sampleRefused } from '../../tests/builders/paper-samples.ts'
import { addDays } from '../base/day.ts'
import type { Certification } from '../certification/certification.ts'
import type { Book } from '../certification/fold-book.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import { readRegister, tableOf, totalsOf, type Register, type RegisterSource } from './register.ts'
import { getRegister, REGISTERS } from './registers.ts'

const named = (subject: string, dossier: Dossier): Dossier =>
  ({ ...dossier, subject, ...(dossier.code === undefined ? {} : { code: subject }) })
const DOSSIERS = [
  named('d1', sampleForwarded), named('d2', sampleReturned), named('d3', sampleStopped), named('d4', sampleAwaitingSupplement),
  named('d5', sampleApologised), named('d6', sampleGuided), named('d7', sampleRefused),
  named('d8', { ...sampleForwarded, state: 'withdrawn', ended: { how: 'voided', at: '2026-11-20T05:00:00.000Z', by: 'b' } }),
]
const NAMES: Readonly<Record<string, string>> = { b: 'Trần Thị B', c: 'Lê Văn C', d: 'Phạm Thị D' }

const visit: Certification = {
  subject: 'certification:1', state: 'certified', device: 'pc-1', desk: 'Quầy 1', clerk: 'Trần Thị B', at: '2026-11-20T01:00:00.000Z',
  person: { name: 'Nguyễn Văn Cò', personalNumber: '092080000456' }, signer: { name: 'Phạm Thị D', title: 'Giám đốc' }, payment: 'cash',
  papers: [1, 2].map(number => ({
    book: { kind: 'copies', year: 2026, label: '01/2026-SCT/BS' }, number, procedure: '2.000815', name: `Bằng ${String(number)}`,
    pageCount: 1, copyCount: 3, fee: { amount: 6000, basis: '' },
    ...(number === 2 ? { voided: { reason: 'ghi nhầm', author: 'b', at: '2026-11-20T02:00:00.000Z', refunded: 6000 } } : {}),
  })),
  fee: 6000, clockDoubted: false, notAdmitted: [], acts: [],
}
const BOOK: Book = {
  device: 'pc-1', kind: 'copies', year: 2026, subject: 'book:pc-1.copies.2026', label: '01/2026-SCT/BS', openedAt: undefined, closed: undefined,
  entries: visit.papers.map(paper => ({ number: paper.number, paper, visit })), missing: [], lentOut: [], doubted: [], afterClosing: [],
}
const SOURCE: RegisterSource = { dossiers: DOSSIERS, books: [BOOK], stocks: [], nameOf: id => NAMES[id] ?? id }

test('every register is listed by name and found by it', () => {
  expect(REGISTERS.map(({ name }) => name)).toEqual([
    'apology-list', 'certification-copies', 'certification-signatures', 'certification-translators', 'certification-transactions',
    'dossier-register', 'fee-book', 'hand-over-book', 'original-book-copies', 'receipt-stock', 'refusal-list', 'supplement-list',
  ])
  expect(REGISTERS.map(({ name }) => getRegister(name))).toEqual(REGISTERS)
  const titles = REGISTERS.flatMap(({ title, columns }) => [title, ...columns.map(column => column.title)])
  expect(titles).toEqual(titles.map(title => title.normalize('NFC')))
})

test('form 07 has every number that was drawn, also voided ones, and nothing that drew none', () => {
  const rows = readRegister(register('dossier-register'), SOURCE)
  expect(rows.map(({ cells }) => [cells[0], cells[8], cells[11]])).toEqual([
    ['d1', null, null], ['d2', '2026-11-27', null], ['d3', null, 'Dừng giải quyết'], ['d4', null, 'bổ sung 1 lần'],
    ['d5', null, 'đã xin lỗi, hẹn lại'], ['d8', null, 'Hủy do tiếp nhận nhầm'],
  ])
})

test('supplements and refusals are listed with whoever had no number', () => {
  expect(readRegister(register('supplement-list'), SOURCE).map(({ subject, cells }) => [subject, cells[1], cells[8]]))
    .toEqual([['d6', null, 'Trần Thị B'], ['d4', 'd4', 'Lê Văn C']])
  expect(readRegister(register('refusal-list'), SOURCE).map(({ subject, cells }) => [subject, cells[4], cells[6]]))
    .toEqual([['d7', 'Từ chối tiếp nhận', 'Trần Thị B'], ['d3', 'Dừng giải quyết', 'Phạm Thị D']])
})

test('T12 apologies are listed with the day that was promised before and the new one', () => {
  expect(readRegister(register('apology-list'), SOURCE).map(({ subject, cells }) => [subject, cells[2], cells[6], cells[7], cells[8]]))
    .toEqual([['d5', 'd5', sampleApologised.apology?.previousDueOn, sampleApologised.apology?.dueOn, 'Phạm Thị D']])
})

test('L10 copies from an original book have a row for each number, also where they are a part, and none before it is given', () => {
  const copies = (subject: string, dossier: Dossier): Dossier =>
    named(subject, { ...dossier, procedure: { ...dossier.procedure, code: '2.000908' } })
  const [first, second] = sampleReturned.results
  if (first === undefined || second === undefined) throw new Error('The sample has two results')
  const part = { id: 'p1', procedure: '2.000635', name: 'Trích lục', resolvedBy: 'H13.064', dueOn: null }
  const dossiers = [
    ...DOSSIERS, copies('g1', sampleReturned), copies('g2', { ...sampleReturned, results: [{ id: 'r1', name: 'Bản sao' }] }), copies('g3', sampleForwarded),
    named('g4', { ...sampleReturned, parts: [part, { ...part, id: 'p2', resolved: { results: [second], at: '2026-11-26T02:00:00.000Z', by: 'c' } }] }),
  ]
  expect(readRegister(register('original-book-copies'), { ...SOURCE, dossiers }).map(({ subject, cells }) => [subject, cells[0], cells[1], cells[6]]))
    .toEqual([
      ['g1', '2026-11-26', first.number, 'Nguyễn Văn Đệ'], ['g1', '2026-11-26', second.number, 'Nguyễn Văn Đệ'],
      ['g4', '2026-11-26', second.number, 'Nguyễn Văn Đệ'],
    ])
})

test('N5 a certification book lists every number in its order; a void one stays, with its reason and no fee', () => {
  const rows = readRegister(register('certification-copies'), SOURCE)
  expect(rows.map(({ cells }) => [cells[1], cells[7], cells[8], cells[9]])).toEqual([[1, 3, 6000, null], [2, null, null, 'Đã hủy: ghi nhầm']])
  expect(totalsOf(register('certification-copies'), rows)?.slice(7, 9)).toEqual([3, 6000])
  const late = readRegister(register('certification-copies'), { ...SOURCE, books: [{ ...BOOK, afterClosing: [2] }] })
  expect(late.map(({ cells }) => cells[9])).toEqual([null, 'Đã hủy: ghi nhầm. Đến sau khi máy khác khóa sổ'])
  expect(readRegister(register('certification-signatures'), SOURCE)).toEqual([])
})

test('M1 the fee book has what came in and what went back, each with its own time, and adds both up', () => {
  const rows = readRegister(register('fee-book'), SOURCE)
  expect(rows.map(({ at, cells }) => [at, cells[1], cells[6], cells[7]])).toEqual([
    ['2026-11-20T01:00:00.000Z', '1 01/2026-SCT/BS', 6000, null], ['2026-11-20T01:00:00.000Z', '2 01/2026-SCT/BS', 6000, null],
    ['2026-11-20T02:00:00.000Z', '2 01/2026-SCT/BS', null, 6000], ['2026-11-27T02:00:00.000Z', 'd2', 52_000, null],
  ])
  expect(totalsOf(register('fee-book'), rows)).toEqual([null, 'Cộng', null, null, null, null, 64_000, 6000, null, null])
})

test('L4 the hand-over book says who gave what to whom, and what left the counter late', () => {
  const rows = readRegister(register('hand-over-book'), { ...SOURCE, dossiers: [named('d2', sampleReturned)] })
  expect(rows.map(({ cells }) => cells.slice(4, 8))).toEqual([
    ['Trần Thị B', 'Lê Văn C', 'Chuyển xử lý', 'Có'], ['Lê Văn C', 'Phạm Thị D', 'Trình ký', null], ['Phạm Thị D', 'Trần Thị B', 'Đã ký', null],
  ])
})

test('a filter by days and by a cell, and sorting by any column, choose and order but never change a row', () => {
  const book = register('hand-over-book')
  const all = readRegister(book, SOURCE)
  expect(readRegister(book, SOURCE, { from: '2026-11-25', until: '2026-11-25' }).map(({ cells }) => cells[6])).toEqual(['Trình ký'])
  expect(readRegister(book, SOURCE, { where: { to: 'Lê Văn C' } })).toEqual(all.filter(({ cells }) => cells[5] === 'Lê Văn C'))
  fc.assert(fc.property(fc.constantFrom(...book.columns.map(({ key }) => key)), fc.boolean(), (key, descending) => {
    const rows = readRegister(book, SOURCE, { sortBy: { key, descending } })
    expect(new Set(rows.map(({ cells }) => JSON.stringify(cells)))).toEqual(new Set(all.map(({ cells }) => JSON.stringify(cells))))
    const place = book.columns.findIndex(column => column.key === key)
    expect(rows.map(({ cells }) => cells[place] === null)).toEqual(rows.map(({ cells }) => cells[place] === null).sort())
  }))
})

test('what a book adds up before its cells are made is what stands in them', () => {
  for (const each of REGISTERS) {
    for (const { summed, cells } of readRegister(each, SOURCE)) {
      if (summed !== undefined) expect(summed).toEqual(cells.filter((_, place) => each.columns[place]?.isSummed))
    }
  }
  expect(readRegister(register('dossier-register'), SOURCE).every(({ summed }) => summed?.length === 1)).toBe(true)
})

test('days next to one another part a register, whatever the days: each number is the length of its list', () => {
  fc.assert(fc.property(fc.constantFrom(...REGISTERS), fc.integer({ min: -3, max: 10 }), (each, after) => {
    const middle = addDays('2026-11-20', after)
    const [before, rest] = [readRegister(each, SOURCE, { until: middle }), readRegister(each, SOURCE, { from: addDays(middle, 1) })]
    expect(before.length + rest.length).toBe(readRegister(each, SOURCE).length)
  }))
})

test('any order of dossiers gives the same books, and every row has a cell a column', () => {
  for (const each of REGISTERS) {
    const rows = readRegister(each, SOURCE)
    expect(readRegister(each, { ...SOURCE, dossiers: [...DOSSIERS].reverse() })).toEqual(rows)
    for (const row of tableOf(each, rows).rows) expect(row).toHaveLength(each.columns.length)
  }
})

function register(name: string): Register {
  const found = getRegister(name)
  if (found === undefined) throw new Error(`No register ${name}`)
  return found
}

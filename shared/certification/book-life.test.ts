import { expect, test } from 'vitest'
import { certifyingDesk, COPIES, toCertify, type CertifyingDesk } from '../../tests/builders/certifying-desk.ts'
import { failure } from '../base/result.ts'
import { bookNumberOf, bookSubject, parseBookSubject } from './book.ts'
import { applyToBooks } from './books.ts'
import { certify } from './certify.ts'
import { closeBook } from './close-book.ts'
import { foldBook } from './fold-book.ts'
import { foldCertification } from './fold.ts'
import { REFUSAL_GROUNDS } from './refusal-grounds.ts'
import { refuseCertification } from './refuse-certification.ts'
import { voidCertification } from './void-certification.ts'

const YEAR_END = '2026-12-31T09:00:00.000Z'
const book = { kind: 'copies', year: 2026 } as const
const papers = ['Bằng', 'Học bạ', 'Căn cước'].map(name => ({ procedure: COPIES, name, pageCount: 2, copyCount: 1 }))

function deskWithThree(): { readonly desk: CertifyingDesk; readonly subject: string; readonly ofBook: string } {
  const desk = certifyingDesk()
  desk.ask(moment => certify(toCertify({ papers }), moment))
  return { desk, subject: desk.visits()[0]?.subject ?? '', ofBook: bookSubject({ device: desk.device, ...book }) }
}

function voidOne(desk: CertifyingDesk, subject: string, number: number, reason = 'Gõ nhầm số trang', at?: string) {
  return desk.ask(moment => voidCertification({ subject, book, number, reason }, moment), at, subject)
}

test('N5 a voided number keeps its place, its fee is given back, and the next number follows', () => {
  const { desk, subject } = deskWithThree()
  expect(voidOne(desk, subject, 2).ok).toBe(true)
  desk.ask(moment => certify(toCertify(), moment))
  const [visit, later] = desk.visits()
  expect(visit?.papers.map(({ number, voided }) => [number, voided?.reason])).toEqual([[1, undefined], [2, 'Gõ nhầm số trang'], [3, undefined]])
  expect([visit?.fee, visit?.papers[1]?.voided?.refunded]).toEqual([8_000, 4_000])
  expect(later?.papers[0]?.number).toBe(4)
})

test('L20 what is void already, unknown, of another desk or without a reason is a problem, and nothing is written', () => {
  const { desk, subject } = deskWithThree()
  voidOne(desk, subject, 2)
  const before = desk.acts().length
  expect([voidOne(desk, subject, 2), voidOne(desk, subject, 9), voidOne(desk, subject, 1, ' '), voidOne(desk, 'certification:nobody', 1)]).toEqual([
    failure({ code: 'certification/already-voided', number: 2, voidedBy: 'Nguyễn Thị Ẩm', voidedAt: '2026-11-25T02:00:00.000Z' }),
    failure({ code: 'certification/number-unknown', number: 9 }),
    failure({ code: 'certification/reason-missing' }),
    failure({ code: 'certification/unknown' }),
  ])
  const elsewhere = desk.ask(moment => voidCertification({ subject, book, number: 1, reason: 'Nhầm' }, { ...moment, office: { ...moment.office, device: 'pc-two' } }), undefined, subject)
  expect(elsewhere).toEqual(failure({ code: 'certification/other-desk', desk: 'Quầy 1' }))
  expect(desk.acts()).toHaveLength(before)
})

test('N5 a closed book says how many numbers it has and takes neither a number nor a void; the next year opens its own', () => {
  const { desk, subject, ofBook } = deskWithThree()
  voidOne(desk, subject, 2)
  expect(desk.ask(moment => closeBook({ subject: ofBook }, moment), YEAR_END, ofBook).ok).toBe(true)
  const closed = failure({ code: 'book/closed', label: '01/2026-SCT/BS', closedAt: YEAR_END })
  expect(desk.ask(moment => certify(toCertify(), moment), YEAR_END)).toEqual(closed)
  expect(voidOne(desk, subject, 1, 'Nhầm', YEAR_END)).toEqual(closed)
  expect(desk.ask(moment => closeBook({ subject: ofBook }, moment), YEAR_END, ofBook)).toEqual(closed)
  expect(foldBook(ofBook, desk.acts(), desk.visits())).toMatchObject({
    label: '01/2026-SCT/BS', openedAt: '2026-11-25T02:00:00.000Z', missing: [],
    closed: { at: YEAR_END, byName: 'Nguyễn Thị Ẩm', last: 3, voidedCount: 1, lentCount: 0 },
  })
  expect(desk.ask(moment => certify(toCertify(), moment), '2027-01-04T02:00:00.000Z').ok).toBe(true)
  expect(desk.visits().at(-1)?.papers.map(each => [each.book.label, each.number])).toEqual([['01/2027-SCT/BS', 1]])
})

test('N5 a book is not closed before the last working day of its year, and only at its own desk', () => {
  const { desk, ofBook } = deskWithThree()
  const close = (subject: string, at: string) => desk.ask(moment => closeBook({ subject }, moment), at, subject)
  expect(close(ofBook, '2026-12-30T09:00:00.000Z')).toEqual(failure({ code: 'book/too-early', from: '2026-12-31' }))
  expect(close(bookSubject({ device: desk.device, kind: 'signatures', year: 2026 }), YEAR_END)).toEqual(failure({ code: 'book/unknown' }))
  expect(close('book:nonsense', YEAR_END)).toEqual(failure({ code: 'book/unknown' }))
  const elsewhere = desk.ask(moment => closeBook({ subject: ofBook }, { ...moment, office: { ...moment.office, device: 'pc-two' } }), YEAR_END)
  expect(elsewhere).toEqual(failure({ code: 'book/other-desk' }))
})

test('N6 the book of a PC that writes no more is closed from another desk; what arrives later stands, and is told of', () => {
  const { desk, ofBook } = deskWithThree()
  const other = certifyingDesk({ device: 'pc-two', desk: 'Quầy 2', numberRange: { from: 501, to: 1000 } })
  const closeThere = (goneDevices: readonly string[]) =>
    other.ask(moment =>
      closeBook({ subject: ofBook }, { ...moment, goneDevices, bookState: subject => desk.books()[subject] }), undefined, ofBook)
  expect(closeThere([])).toEqual(failure({ code: 'book/other-desk' }))
  expect(closeThere([desk.device]).ok).toBe(true)
  const late = certifyingDesk()
  for (let i = 0; i < 4; i += 1) late.ask(moment => certify(toCertify(), moment))
  const acts = [...desk.acts(), ...other.acts()]
  expect(foldBook(ofBook, acts, desk.visits())).toMatchObject({ closed: { last: 3, voidedCount: 0 }, missing: [], afterClosing: [] })
  expect(foldBook(ofBook, acts, late.visits())).toMatchObject({ closed: { last: 3 }, missing: [], afterClosing: [4] })
  for (const order of [acts, [...acts].reverse()]) expect(order.reduce(applyToBooks, {})[ofBook]).toMatchObject({ last: 3, closedAt: '2026-11-25T02:00:00.000Z' })
})

test('N4 two ranges are never two books of one number', () => {
  expect([1, 501, 1001, 9001].map(from => bookNumberOf({ from, to: from + 499 }))).toEqual([1, 2, 3, 19])
  const of = { device: 'pc-0123456789ab', kind: 'transactions', year: 2027 } as const
  expect(parseBookSubject(bookSubject(of))).toEqual(of)
  expect(['book:x', 'book:pc-1.copies', 'book:pc-one.nothing.2026', 'dossier:1'].map(parseBookSubject)).toEqual([undefined, undefined, undefined, undefined])
})

test('D2 what cannot hold is listed with the visit and drops nothing', () => {
  const { desk, subject } = deskWithThree()
  voidOne(desk, subject, 2)
  const acts = desk.acts().filter(act => act.subject === subject)
  const [begun, voided] = acts
  if (begun === undefined || voided === undefined) throw new Error('No acts')
  const later = (name: string, changes: Partial<typeof voided>) => ({ ...voided, name, seq: 90, clock: '9000000000000.0000', ...changes })
  const odd = [
    later('a', {}), later('b', { body: { ...voided.body, number: 99 } }), later('c', { body: {} }),
    later('d', { kind: 'certification/certified', body: begun.body }), later('e', { kind: 'certification/unheard-of' }),
    later('f', { device: 'pc-two', body: { ...voided.body, number: 1 } }),
  ]
  const visit = foldCertification([...odd, ...acts, ...acts])
  expect(visit?.notAdmitted.map(({ name }) => name).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect([visit?.fee, visit?.acts.length]).toEqual([8_000, 8])
  expect(foldCertification(odd.slice(0, 3))).toBeUndefined()
})

test('a refusal names a ground of the law in its own words and draws no number', () => {
  const desk = certifyingDesk()
  const ask = { person: { name: 'Lê Văn Vinh' }, procedure: COPIES, paperName: 'Bằng lái xe', ground: 'altered', note: 'Sửa năm sinh' }
  expect(desk.ask(moment => refuseCertification(ask, moment)).ok).toBe(true)
  expect(desk.visits()[0]).toMatchObject({
    state: 'refused', papers: [], fee: 0,
    refused: { paperName: 'Bằng lái xe', groundWords: REFUSAL_GROUNDS[0]?.words, legalBasis: 'NĐ 23/2015/NĐ-CP, Điều 22 khoản 1', note: 'Sửa năm sinh' },
  })
  expect(desk.books()).toEqual({})
  expect(desk.ask(moment => refuseCertification({ ...ask, ground: 'not-aware' }, moment))).toEqual(failure({ code: 'certification/ground-unknown' }))
})

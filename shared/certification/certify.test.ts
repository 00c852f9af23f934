import { expect, test } from 'vitest'
import { certifyingDesk, COPIES, SIGNATURE, toCertify, TRANSACTION } from '../../tests/builders/certifying-desk.ts'
import { failure } from '../base/result.ts'
import { CERTIFIED, fullFee } from './certified.ts'
import { certify, type CertifyInput } from './certify.ts'

const paper = (name: string, pageCount: number, copyCount: number, procedure: string = COPIES) =>
  ({ procedure, name, pageCount, copyCount })
const threePapers = [paper('Bằng tốt nghiệp', 1, 2), paper('Học bạ', 16, 2), paper('Căn cước công dân', 2, 10)]

function certified(changes: Partial<CertifyInput>, desk = certifyingDesk(), at?: string) {
  const done = desk.ask(moment => certify(toCertify(changes), moment), at)
  if (!done.ok) throw new Error(done.problem.code)
  const visit = desk.visits().at(-1)
  if (visit === undefined) throw new Error('No visit')
  return { visit, acts: done.value }
}

test('the form it was typed into is named, so that it is not offered again after a kill', () => {
  const desk = certifyingDesk()
  desk.ask(moment => certify(toCertify({ draft: 'certify-1' }), moment))
  expect(desk.acts().map(({ body }) => body['draft'])).toEqual([undefined, { id: 'certify-1', rows: [] }])
})

test('N5 three papers are three numbers, ten copies of one paper are one, all in one append with the opening of the book', () => {
  const { visit, acts } = certified({ papers: threePapers })
  expect(acts.map(({ kind }) => kind)).toEqual(['book/opened', 'certification/certified'])
  expect(visit.papers.map(({ number, name, copyCount }) => [number, name, copyCount]))
    .toEqual([[1, 'Bằng tốt nghiệp', 2], [2, 'Học bạ', 2], [3, 'Căn cước công dân', 10]])
  expect(new Set(visit.papers.map(({ book }) => book.label))).toEqual(new Set(['01/2026-SCT/BS']))
})

test('N5 each kind of book counts for itself, and so does each desk', () => {
  const desk = certifyingDesk({ device: 'pc-two', desk: 'Quầy 2', numberRange: { from: 501, to: 1000 } })
  const papers = [paper('Bằng', 1, 1), paper('Giấy ủy quyền', 1, 1, SIGNATURE), paper('Hợp đồng', 4, 3, TRANSACTION), paper('Học bạ', 3, 1)]
  expect(certified({ papers }, desk).visit.papers.map(({ book, number }) => `${String(number)} ${book.label}`))
    .toEqual(['1 02/2026-SCT/BS', '1 02/2026-SCT/CK,ĐC', '1 02/2026-SCT/HĐ,GD', '2 02/2026-SCT/BS'])
  expect(certified({ papers }, desk).visit.papers.map(({ number }) => number)).toEqual([3, 2, 2, 4])
})

test('N5 the first number of a year opens its book', () => {
  const desk = certifyingDesk()
  certified({ papers: threePapers }, desk, '2026-12-31T02:00:00.000Z')
  const { visit, acts } = certified({}, desk, '2027-01-04T02:00:00.000Z')
  expect(acts[0]?.kind).toBe('book/opened')
  expect(visit.papers.map(({ book, number }) => [book.label, number])).toEqual([['01/2027-SCT/BS', 1]])
})

test('N4 without a range of its own this PC writes no book', () => {
  expect(certifyingDesk({ numberRange: null }).ask(moment => certify(toCertify(), moment))).toEqual(failure({ code: 'number/no-range' }))
})

test('M2 copies cost by the pages of the original, everything else by the paper', () => {
  const { visit } = certified({ papers: [...threePapers, paper('Giấy ủy quyền', 3, 2, SIGNATURE), paper('Hợp đồng', 9, 3, TRANSACTION)] })
  expect(visit.papers.map(({ fee }) => fee.amount)).toEqual([4_000, 36_000, 40_000, 10_000, 50_000])
  expect(visit.fee).toBe(140_000)
})

test('M2 where no tariff holds on that day the clerk is asked', () => {
  const old = { tariffs: [{ from: '2017-01-01', until: '2026-06-30', basis: 'cũ', each: 10_000 }, { from: '2027-01-01', basis: 'mới', each: 15_000 }] }
  expect(['2026-06-30', '2026-07-01', '2027-01-01'].map(on => fullFee(old, on, 1, 1))).toEqual([
    { ok: true, value: { amount: 10_000, basis: 'cũ' } }, { ok: true, value: undefined }, { ok: true, value: { amount: 15_000, basis: 'mới' } },
  ])
  const before = '2016-06-01T02:00:00.000Z'
  const asked = certifyingDesk().ask(moment => certify(toCertify(), moment), before)
  expect(asked).toEqual(failure({ code: 'certification/fee-needed', place: 1 }))
  expect(certified({ papers: [{ ...paper('Bằng', 1, 1), amount: 3_000 }] }, certifyingDesk(), before).visit.papers[0]?.fee)
    .toEqual({ amount: 3_000, basis: 'clerk' })
})

test('M3 an exemption frees all papers and is kept with each; less than the tariff needs a ground', () => {
  const ground = 'Vay vốn theo NĐ 55/2015/NĐ-CP'
  expect(certified({ papers: threePapers, exemptionGround: ` ${ground} ` }).visit.papers.map(({ fee }) => fee))
    .toEqual(threePapers.map(() => ({ amount: 0, basis: 'TT 226/2016/TT-BTC', exemptionGround: ground })))
  const less = toCertify({ papers: [paper('Bằng', 1, 1), { ...paper('Học bạ', 16, 2), amount: 10_000 }] })
  expect(certifyingDesk().ask(moment => certify(less, moment))).toEqual(failure({ code: 'certification/exemption-ground-missing', place: 2 }))
})

test('T7 after the hour of the day the papers are promised for the next working day, and two more at most where both agree', () => {
  const due = (at: string, extraDays?: number) =>
    certified(extraDays === undefined ? {} : { extraDays }, certifyingDesk(), at).visit.dueOn
  expect([due('2026-11-20T07:59:00.000Z'), due('2026-11-20T08:00:00.000Z'), due('2026-11-20T08:00:00.000Z', 2)])
    .toEqual(['2026-11-20', '2026-11-23', '2026-11-26'])
})

test('T16 a day before the newest act needs a confirmation and is marked', () => {
  const behind = { newestActAt: '2026-11-26T02:00:00.000Z' }
  const desk = certifyingDesk()
  expect(desk.ask(moment => certify(toCertify(), { ...moment, ...behind })))
    .toEqual(failure({ code: 'certification/clock-behind', today: '2026-11-25', newestDay: '2026-11-26' }))
  desk.ask(moment => certify(toCertify({ clockConfirmed: true }), { ...moment, ...behind }))
  expect(desk.visits().map(({ clockDoubted }) => clockDoubted)).toEqual([true])
})

test('a signature or a transaction needs a person who was known by a paper with a number, a copy does not', () => {
  const signing = { papers: [paper('Giấy ủy quyền', 1, 1, SIGNATURE)] }
  const { name } = toCertify().person
  const wrong = [{ ...signing, identity: 'not-needed' as const }, { ...signing, person: { name } }, { ...signing, person: { name, personalNumber: ' ' } }]
  expect(wrong.map(changes => certifyingDesk().ask(moment => certify(toCertify(changes), moment))))
    .toEqual(wrong.map(() => failure({ code: 'certification/identity-missing' })))
  expect(certified({ person: { name }, identity: 'not-needed' }).visit.identity).toBe('not-needed')
})

test('what is missing is named, and nothing is written', () => {
  const desk = certifyingDesk()
  const cases: [Partial<CertifyInput>, string][] = [
    [{ person: { name: '  ' } }, 'person/name-missing'],
    [{ signer: { name: '', title: 'Phó Chủ tịch' } }, 'certification/signer-missing'],
    [{ papers: [paper(' ', 1, 1)] }, 'certification/paper-nameless'],
    [{ papers: [paper('Bằng', 1, 1, '1.000001')] }, 'certification/procedure-unknown'],
    [{ papers: [paper('Bằng', 0, 1)] }, 'fee/count-impossible'],
    [{ papers: [paper('Bằng', 1.5, 1)] }, 'fee/count-impossible'],
    [{ papers: [paper('Bằng', 1, -1)] }, 'fee/count-impossible'],
  ]
  expect(cases.map(([changes]) => desk.ask(moment => certify(toCertify(changes), moment))).map(done => (done.ok ? 'done' : done.problem.code)))
    .toEqual(cases.map(([, code]) => code))
  expect(desk.acts()).toEqual([])
})

test('every procedure of the express lane has a tariff that holds today', () => {
  expect(CERTIFIED.filter(certified => {
    const fee = fullFee(certified, '2026-11-25', 1, 1)
    return !fee.ok || fee.value === undefined
  })).toEqual([])
})

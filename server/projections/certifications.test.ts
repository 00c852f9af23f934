import { afterAll, afterEach, expect, test } from 'vitest'
import { openBareCityOn, stopDatabases } from '../../tests/builders/bare-city.ts'
import { certifyingDesk, COPIES, toCertify } from '../../tests/builders/certifying-desk.ts'
import { pretendPc } from '../../tests/builders/pretend-pc.ts'
import { bookSubject } from '../../shared/certification/book.ts'
import { certify } from '../../shared/certification/certify.ts'
import { closeBook } from '../../shared/certification/close-book.ts'
import { lendNumbers } from '../../shared/certification/lend-numbers.ts'
import { voidCertification } from '../../shared/certification/void-certification.ts'
import { THE_CITY } from '../admin/city-role.ts'
import { issueCode } from '../admin/issue-code.ts'
import { certifiedByMonth } from '../db/queries/certified.ts'
import { enrolDevice } from '../sync/enrol-device.ts'
import { startProjector } from './projector.ts'
import { rebuild } from './rebuild.ts'

const UNIT = '31135'
const ending: (() => Promise<void>)[] = []
afterEach(async () => { for (const end of ending.splice(0).reverse()) await end() })
afterAll(stopDatabases)

test('N5 a unit\'s books are counted at the city by month, void numbers apart, whichever lines came first, and again after a rebuild', async () => {
  const { city, close } = await openBareCityOn('embedded')
  ending.push(close)
  const projector = await startProjector(city)
  ending.push(projector.stop)
  const issued = await issueCode(city, THE_CITY, { unit: UNIT, desk: 'Quầy 1' })
  const pc = pretendPc('pc-0123456789ab')
  if (!issued.ok || !(await enrolDevice(city, pc.enrolBy(issued.value.code))).ok) throw new Error('Not admitted')

  const desk = certifyingDesk({ device: pc.device })
  const two = ['Học bạ', 'Bằng'].map(name => ({ procedure: COPIES, name, pageCount: 2, copyCount: 3 }))
  const write = async (at: string, count: number): Promise<void> => {
    pc.write(desk.acts().slice(-count).map(({ subject, kind, body }) => ({ subject, kind, body })), at)
    await pc.hand(city)
    await projector.settled()
  }
  desk.ask(moment => certify(toCertify({ papers: two }), moment), '2026-11-30T02:00:00.000Z')
  await write('2026-11-30T02:00:00.000Z', 2)
  desk.ask(moment => certify(toCertify(), moment), '2026-12-01T02:00:00.000Z')
  await write('2026-12-01T02:00:00.000Z', 1)
  const subject = desk.visits()[0]?.subject ?? ''
  desk.ask(moment => voidCertification({ subject, book: { kind: 'copies', year: 2026 }, number: 2, reason: 'Nhầm' }, moment), '2026-12-01T03:00:00.000Z', subject)
  await write('2026-12-01T03:00:00.000Z', 1)
  const book = bookSubject({ device: pc.device, kind: 'copies', year: 2026 })
  desk.ask(moment => closeBook({ subject: book }, moment), '2026-12-31T09:00:00.000Z', book)
  await write('2026-12-31T09:00:00.000Z', 1)

  const of = { book, device: pc.device, kind: 'copies', label: '01/2026-SCT/BS', closedAt: '2026-12-31T09:00:00.000Z' }
  const due = [
    { ...of, month: '2026-12', numberCount: 1, voidedCount: 0, copyCount: 1, fee: 4_000 },
    { ...of, month: '2026-11', numberCount: 2, voidedCount: 1, copyCount: 3, fee: 12_000 },
  ]
  expect(await certifiedByMonth(city.db, UNIT)).toEqual(due)
  await rebuild(city)
  await projector.settled()
  expect(await certifiedByMonth(city.db, UNIT)).toEqual(due)
  expect(await certifiedByMonth(city.db, '31120')).toEqual([])
})

test('N6 a number that a keeper lent is counted in the keeper\'s book, with the fee its desk took', async () => {
  const { city, close } = await openBareCityOn('embedded')
  ending.push(close)
  const projector = await startProjector(city)
  ending.push(projector.stop)
  const issued = await issueCode(city, THE_CITY, { unit: UNIT, desk: 'Quầy 2' })
  const pc = pretendPc('pc-one')
  if (!issued.ok || !(await enrolDevice(city, pc.enrolBy(issued.value.code))).ok) throw new Error('Not admitted')

  const unit = { desks: { 'pc-keeper': 'Quầy 1', 'pc-one': 'Quầy 2' }, keeper: 'pc-keeper' }
  const keeper = certifyingDesk({ device: 'pc-keeper' }, unit)
  const desk = certifyingDesk({ device: pc.device }, unit)
  const lent = keeper.ask(moment => lendNumbers({ to: pc.device, request: '0'.repeat(32), wanted: [{ kind: 'copies', count: 1 }] }, moment))
  if (!lent.ok) throw new Error(lent.problem.code)
  desk.learn(lent.value)
  const certified = desk.ask(moment => certify(toCertify(), moment))
  if (!certified.ok) throw new Error(certified.problem.code)
  pc.write(certified.value.map(({ subject, kind, body }) => ({ subject, kind, body })), '2026-11-25T02:00:00.000Z')
  await pc.hand(city)
  await projector.settled()
  const book = bookSubject({ device: 'pc-keeper', kind: 'copies', year: 2026 })
  expect(await certifiedByMonth(city.db, UNIT)).toEqual([{
    book, device: 'pc-keeper', kind: 'copies', label: '01/2026-SCT/BS', month: '2026-11', numberCount: 1, voidedCount: 0, copyCount: 1,
    fee: 4_000, closedAt: null,
  }])
})

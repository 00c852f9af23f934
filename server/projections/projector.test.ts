import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { DATABASES, openBareCityOn, stopDatabases, type BareCity, type DatabaseKind } from '../../tests/builders/bare-city.ts'
import { receivedActs, subjectOf } from '../../tests/builders/city-acts.ts'
import { pretendPc, type PretendPc } from '../../tests/builders/pretend-pc.ts'
import { appointUser } from '../admin/appoint-user.ts'
import { readState } from '../admin/city-log.ts'
import { THE_CITY } from '../admin/city-role.ts'
import { issueCode } from '../admin/issue-code.ts'
import { letterbox } from '../admin/letterbox.ts'
import { recordLook } from '../admin/record-look.ts'
import type { City } from '../city.ts'
import type { Db } from '../db/db.ts'
import { citySearch } from '../db/queries/city-search.ts'
import { dossierPage } from '../db/queries/dossier-page.ts'
import { overview } from '../db/queries/overview.ts'
import { findStatement } from '../db/queries/statements.ts'
import { unfoldableList } from '../db/queries/unfoldable.ts'
import { unitPage } from '../db/queries/unit-page.ts'
import { confirm } from '../sync/confirm.ts'
import { enrolDevice } from '../sync/enrol-device.ts'
import { noteHealth } from './health.ts'
import { startProjector, type Projector } from './projector.ts'
import { rebuild } from './rebuild.ts'
import { FOLDED_TABLES } from './tables.ts'

const UNIT = '31135'
const OTHER_UNIT = '31120'
const ending: (() => Promise<void>)[] = []
afterEach(async () => { for (const end of ending.splice(0).reverse()) await end() })
afterAll(stopDatabases)

async function openOn(kind: DatabaseKind): Promise<BareCity & { readonly projector: Projector }> {
  const world = await openBareCityOn(kind)
  ending.push(world.close)
  const projector = await startProjector(world.city)
  ending.push(projector.stop)
  return { ...world, projector }
}

async function enrolled(city: City, device: string, unit = UNIT): Promise<PretendPc> {
  const issued = await issueCode(city, THE_CITY, { unit, desk: 'Quầy 1' })
  if (!issued.ok) throw new Error(issued.problem.code)
  const pc = pretendPc(device)
  const answer = await enrolDevice(city, pc.enrolBy(issued.value.code))
  if (!answer.ok) throw new Error(answer.problem.code)
  return pc
}

/** A database that will not have this text in any row. */
function refusing(db: Db, text: string): Db {
  return {
    ...db,
    transaction: work => db.transaction(inside => work({
      ...inside,
      query: (statement, values = []) => {
        if (JSON.stringify(values).includes(text)) throw new Error('Refused')
        return inside.query(statement, values)
      },
    })),
  }
}

/** Every row of every folded table, in an order of its own. */
async function rowsOf({ db }: City): Promise<Record<string, readonly unknown[]>> {
  const tables: Record<string, readonly unknown[]> = {}
  for (const table of [...FOLDED_TABLES, 'projected']) {
    tables[table] = (await db.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${table} t`)).map(({ row }) => row).sort()
  }
  return tables
}

describe.each(DATABASES)('on %s', kind => {
  const open = (): Promise<BareCity & { readonly projector: Projector }> => openOn(kind)

  test('the tables can be emptied and folded again from the record, and hold the same rows', async () => {
    const { city, projector } = await open()
    const [one, two, far] = [await enrolled(city, 'pc-one'), await enrolled(city, 'pc-two'), await enrolled(city, 'pc-far', OTHER_UNIT)]
    for (let nth = 1; nth <= 30; nth += 1) {
      const pc = [one, two, far][nth % 3] ?? one
      pc.write(receivedActs(nth, `2026-11-${String(1 + nth % 20).padStart(2, '0')}T02:00:00.000Z`), '2026-11-24T02:00:00.000Z')
      if (nth % 4 === 0) await pc.hand(city)
    }
    two.write([{ subject: subjectOf(3), kind: 'dossier/voided', body: { reason: 'Nhập nhầm' } }], '2026-11-24T03:00:00.000Z')
    two.write([{ subject: subjectOf(3), kind: 'future/kind-of-act', body: { x: 1 } }], '2026-11-24T03:00:00.000Z')
    two.write([{ subject: `day:${UNIT}.2026-11-24.pc-two`, kind: 'day/closed', body: { checkCode: '7K2M-QX', dossierCount: 3 } }], '2026-11-24T03:00:00.000Z')
    for (const pc of [two, one, far]) await pc.hand(city)
    await appointUser(city, THE_CITY, { unit: UNIT, name: 'Nguyễn Thị Ẩm', roles: ['clerk'] })
    await recordLook(city, THE_CITY, { unit: UNIT, subject: subjectOf(3), screen: 'dossier' })
    await projector.settled()
    const before = await rowsOf(city)
    expect(before['dossiers']).toHaveLength(30)
    expect(before['projected']).toHaveLength(7)
    await rebuild(city)
    expect(await rowsOf(city)).toEqual(before)

    const other = await startProjector(city)
    ending.push(other.stop)
    await rebuild(city)
    await Promise.all([other.settled(), projector.settled()])
    expect(await rowsOf(city)).toEqual(before)
  })

  test('lines another process left behind are folded at the next start, from where the tables stand', async () => {
    const { city, projector } = await open()
    const pc = await enrolled(city, 'pc-one')
    pc.write(receivedActs(1, '2026-11-24T02:00:00.000Z'), '2026-11-24T02:00:00.000Z')
    await pc.hand(city)
    await projector.settled()
    await projector.stop()
    pc.write(receivedActs(2, '2026-11-24T02:30:00.000Z'), '2026-11-24T02:30:00.000Z')
    await pc.hand(city)
    expect(await citySearch(city, 'am tran')).toHaveLength(1)
    const next = await startProjector(city)
    ending.push(next.stop)
    await next.settled()
    expect((await citySearch(city, 'am tran')).map(({ subject }) => subject)).toEqual([subjectOf(2), subjectOf(1)])
  })

  test('a start reads of each letterbox only what came after the tables', async () => {
    const { city, projector } = await open()
    const pc = await enrolled(city, 'pc-one')
    pc.write(receivedActs(1, '2026-11-24T02:00:00.000Z'), '2026-11-24T02:00:00.000Z')
    await pc.hand(city)
    await confirm(city, UNIT)
    await projector.settled()
    await projector.stop()
    await enrolled(city, 'pc-two')
    const readAfter: number[] = []
    const next: City = { ...city, record: { ...city.record, read: (log, seq, bytes) => {
      readAfter.push(seq)
      return city.record.read(log, seq, bytes)
    } } }
    const { devices, confirmed } = await readState(next, letterbox(UNIT))
    expect([[...devices.keys()], confirmed['pc-one']?.seq, readAfter]).toEqual([['pc-one', 'pc-two'], 1, [2]])
    expect(await readState(next, letterbox(UNIT))).toEqual(await readState(city, letterbox(UNIT)))
  })

  test('what no shape of a table expects is folded all the same, or listed', async () => {
    const { city, projector } = await open()
    const pc = await enrolled(city, 'pc-one')
    const at = '2026-11-24T02:30:00.000Z'
    pc.write(receivedActs(1, at), at)
    // An instant no calendar has, marks SQL has no room for, half a character, a body of another shape.
    pc.write([{ subject: 'user:an', kind: 'user/pin-failed', body: {} }], '2026-99-99T99:99:99.999Z')
    pc.write([{ subject: `day:${UNIT}.${'9'.repeat(20)}`, kind: 'day/closed', body: { checkCode: '\0'.repeat(50), x: '\ud800\0' } }], at)
    pc.write(receivedActs(2, at, { name: 'NUL \0 và \ud800' }), '2026-99-99T99:99:99.999Z')
    pc.write([{ subject: subjectOf(1), kind: 'dossier/corrected', body: { field: 'không có' } }], at)
    await pc.hand(city)
    await projector.settled()
    expect((await citySearch(city, '1.000001')).map(({ subject }) => subject).sort()).toEqual([subjectOf(1), subjectOf(2)])
    expect((await unfoldableList(city.db)).map(({ seq, kind, reason }) => ({ seq, kind, reason }))).toEqual([
      { seq: 5, kind: 'dossier/corrected', reason: 'body-unreadable' },
    ])
  })

  test('a line the tables cannot take is set aside and listed, and holds back no other', async () => {
    const { city, projector } = await open()
    const pc = await enrolled(city, 'pc-one')
    for (let nth = 1; nth <= 20; nth += 1) pc.write(receivedActs(nth, '2026-11-24T02:00:00.000Z', { name: nth === 7 ? 'Không Nhận' : 'Trần Thị Ẩm' }), '2026-11-24T02:00:00.000Z')
    await projector.settled()
    await projector.stop()
    await pc.hand(city)
    const reported: unknown[] = []
    const picky = await startProjector({ ...city, db: refusing(city.db, 'Không Nhận') }, { report: error => { reported.push(error) } })
    ending.push(picky.stop)
    await picky.settled()
    expect((await citySearch(city, 'tran thi am')).length).toBe(19)
    expect(await unfoldableList(city.db)).toEqual([
      { unit: UNIT, device: 'pc-one', seq: 7, kind: '', subject: '', reason: 'line-unreadable', receivedAt: '2026-11-25T02:00:00.000Z' },
    ])
    expect(reported.length).toBeGreaterThan(0)
  })

  test('S11 overdue is counted by the day of the event, and late sending is told apart', async () => {
    const { city, setTime, projector } = await open()
    const pc = await enrolled(city, 'pc-one')
    // Received on Tuesday the 10th with three working days: due on Friday the 13th. One was closed in time, without a line.
    pc.write(receivedActs(1, '2026-11-10T02:00:00.000Z'), '2026-11-10T02:00:00.000Z')
    pc.write(receivedActs(2, '2026-11-10T02:00:00.000Z'), '2026-11-10T02:00:00.000Z')
    pc.write([{ subject: subjectOf(2), kind: 'dossier/voided', body: { reason: 'Nhập nhầm' } }], '2026-11-10T03:00:00.000Z')
    pc.write(receivedActs(3, '2026-11-24T02:00:00.000Z'), '2026-11-24T02:00:00.000Z')
    // On an officer's table it is late as at the counter.
    const [from, to] = [{ userId: 'an', name: 'Nguyễn Thị Ẩm' }, { userId: 'hoa', name: 'Võ Thị Hòa' }]
    pc.write([{ subject: subjectOf(1), kind: 'dossier/forwarded', body: { from, to, forwardBy: null, isLate: false } }], '2026-11-10T04:00:00.000Z')
    setTime('2026-11-25T02:00:00.000Z')
    await pc.hand(city)
    await projector.settled()
    const page = await unitPage(city, UNIT)
    expect(page?.row).toMatchObject({ overdueCount: 1, openCount: 2, dueNextCount: 0, receivedToday: 0, disputeCount: 0 })
    expect(page?.overdue.map(({ subject, dueOn, receivedAt, arrivedAt }) => ({ subject, dueOn, receivedAt, arrivedAt }))).toEqual([
      { subject: subjectOf(1), dueOn: '2026-11-13', receivedAt: '2026-11-10T02:00:00.000Z', arrivedAt: '2026-11-25T02:00:00.000Z' },
    ])
    expect(page?.days.find(({ day }) => day === '2026-11-24')?.receivedCount).toBe(1)
    setTime('2026-11-12T02:00:00.000Z')
    expect((await overview(city, UNIT)).units[0]).toMatchObject({ overdueCount: 0, openCount: 2 })
  })

  test('the overview tells who is silent, on days on which somebody works', async () => {
    const { city, setTime, projector } = await open()
    await enrolled(city, 'pc-one')
    await projector.settled()
    const row = async (at: string) => {
      setTime(at)
      const { silence, silentHours, waitingDossiers, programs, clockDrift } = (await overview(city, UNIT)).units[0] ?? {}
      return { silence, silentHours, waitingDossiers, programs, clockDrift }
    }
    expect(await row('2026-11-20T02:00:00.000Z')).toEqual({ silence: 'never', silentHours: null, waitingDossiers: 0, programs: [], clockDrift: null })
    const health = { program: '0.2.0', freeDisk: 5_000_000_000, waiting: { dossiers: 3, pages: 9 } }
    await noteHealth(city, { unit: UNIT, device: 'pc-one' }, health, '2026-11-20T02:11:00.000Z', true)
    const said = { waitingDossiers: 3, programs: ['0.2.0'], clockDrift: 660_000 }
    expect(await row('2026-11-20T03:00:00.000Z')).toEqual({ silence: 'sending', silentHours: 1, ...said })
    // Friday 09:00 to Monday 09:00 is a day, because nobody works on the two between; nor on the 24th, a day of culture.
    expect(await row('2026-11-23T01:59:00.000Z')).toEqual({ silence: 'sending', silentHours: 23, ...said })
    expect(await row('2026-11-23T02:00:00.000Z')).toEqual({ silence: 'over-24', silentHours: 24, ...said })
    expect(await row('2026-11-25T02:00:00.000Z')).toEqual({ silence: 'over-48', silentHours: 48, ...said })
  })

  test('a dossier is found without marks, in any order, by code, phone and personal number, only in its unit', async () => {
    const { city, projector } = await open()
    const [pc, far] = [await enrolled(city, 'pc-one'), await enrolled(city, 'pc-far', OTHER_UNIT)]
    pc.write(receivedActs(507, '2026-11-24T02:00:00.000Z', { name: 'Đặng Thị Ẩm', phone: '0900 000 123', personalNumber: '092085000123' }), '2026-11-24T02:00:00.000Z')
    far.write(receivedActs(8, '2026-11-24T02:00:00.000Z', { name: 'Đặng Văn 100%_' }), '2026-11-24T02:00:00.000Z')
    for (const one of [pc, far]) await one.hand(city)
    await projector.settled()
    const found = async (query: string, unit?: string): Promise<readonly string[]> =>
      (await citySearch(city, query, { unit })).map(({ subject }) => subject)
    const [here, there] = [subjectOf(507), subjectOf(8)]
    for (const query of ['dang am', 'Ẩm ĐẶNG', '0507', '0900000123', '0900 000 123', '092 085 000 123', 'H13.002-261124-0507', 'h130022611240507', '261124-0507']) {
      expect([query, await found(query)]).toEqual([query, [here]])
    }
    expect([...await found('dang')].sort()).toEqual([there, here])
    expect(await found('dang', UNIT)).toEqual([here])
    expect([await found('%'), await found('100%_'), await found('1_0'), await found(''), await found('\' OR 1=1 --')]).toEqual([[], [there], [], [], []])
    expect(await dossierPage(city.db, OTHER_UNIT, here)).toBeUndefined()
    expect(await dossierPage(city.db, UNIT, here)).toMatchObject({ unit: UNIT, dossier: { subject: here, applicant: { name: 'Đặng Thị Ẩm' } }, deskNames: { 'pc-one': 'Quầy 1' } })
  })

  test('the statement of a day is found by its check code', async () => {
    const { city, projector } = await open()
    const pc = await enrolled(city, 'pc-one')
    pc.write([{ subject: `day:${UNIT}.2026-11-24.pc-one`, kind: 'day/closed', body: { checkCode: '7K2M-QX', dossierCount: 142 } }], '2026-11-24T10:00:00.000Z')
    pc.write([{ subject: `day:${OTHER_UNIT}.2026-11-24.pc-one`, kind: 'day/closed', body: { checkCode: 'AAAA', dossierCount: 1 } }], '2026-11-24T10:00:00.000Z')
    await pc.hand(city)
    await projector.settled()
    expect(await findStatement(city.db, ' 7k2mqx')).toEqual([{
      unit: UNIT, device: 'pc-one', checkCode: '7K2MQX', day: '2026-11-24', author: 'an', at: '2026-11-24T10:00:00.000Z', arrivedAt: '2026-11-25T02:00:00.000Z',
      body: { checkCode: '7K2M-QX', dossierCount: 142 },
    }])
    expect([await findStatement(city.db, '7K2MQX', OTHER_UNIT), await findStatement(city.db, 'AAAA')]).toEqual([[], []])
  })
})

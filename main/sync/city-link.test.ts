import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { THE_CITY } from '../../server/admin/city-role.ts'
import { appointUser } from '../../server/admin/appoint-user.ts'
import { issueCode } from '../../server/admin/issue-code.ts'
import { revokeDevice } from '../../server/admin/revoke-device.ts'
import { letterboxOf } from '../../shared/offices/city-acts.ts'
import { foldOffice } from '../../shared/offices/fold-office.ts'
import { foldUsers } from '../../shared/users/fold-users.ts'
import { receivedActs, subjectOf } from '../../tests/builders/city-acts.ts'
import { openTestCity, type TestCity } from '../../tests/builders/city.ts'
import { standingOf } from '../desk/standing.ts'
import { openJournal, type Journal } from '../journal/journal.ts'
import { openDeviceKey } from '../sealing/device-key.ts'
import { openCityLink, type CityLink } from './city-link.ts'
import { readCity } from './city-file.ts'
import { closeDay } from './day-close.ts'
import { readEnrolCode } from './enrol-code.ts'
import { NO_PAGES } from '../../tests/builders/no-pages.ts'
import { openRefusedList } from './refused-file.ts'
import { safekeepingOf } from './safekeeping-fold.ts'

const NOW = Date.parse('2026-11-25T02:00:00.000Z')
const AT = '2026-11-25T02:00:00.000Z'
const UNIT = '31120'

let world: TestCity
let address: string
const open: { link: CityLink, journal: Journal, root: string }[] = []

beforeEach(async () => {
  world = await openTestCity()
  address = await world.app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  for (const { link, journal, root } of open.splice(0)) {
    await link.stop()
    await journal.close()
    await rm(root, { recursive: true })
  }
  await world.close()
})

async function openPc(device: string) {
  const root = await mkdtemp(join(tmpdir(), 'mot-cua-link-'))
  const city = await readCity(root)
  let cityKey = city?.publicKey
  const [safekeeping, standing] = [safekeepingOf(() => cityKey, () => []), standingOf(device)]
  const journal = await openJournal({ root, device, now: () => NOW, randomBytes, folds: [standing, safekeeping] })
  const key = await openDeviceKey(root, device)
  const office = () => foldOffice(journal.fold(standing).acts, device, [])
  const link = await openCityLink({
    root, journal, safekeeping, city, office, pages: NO_PAGES, pagesIn: () => [], carried: [], continues: undefined,
    me: { ...key, program: '0.1.0' }, pin: pinned => { cityKey = pinned },
    record: (acts, author) => journal.append(acts, { author, at: AT }),
    freeDisk: async () => 10_000, isOnline: () => true, onCopied: async () => undefined,
    now: () => NOW, chance: () => 0.5, onChanged: () => undefined, report: error => { throw error },
  })
  open.push({ link, journal, root })
  return { root, journal, link, office, users: () => foldUsers(journal.fold(standing).acts, device) }
}

async function codeFor(desk: string) {
  const code = await issueCode(world.city, THE_CITY, { unit: UNIT, desk })
  if (!code.ok) throw new Error(code.problem.code)
  const read = readEnrolCode(code.value.code, { address })
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}

const receive = (journal: Journal, nth: number) => journal.append(receivedActs(nth, AT), { author: 'an', at: AT })

test('N2 one code opens the office: its unit, its people and its numbers come from the city', async () => {
  const appointed = await appointUser(world.city, THE_CITY, { unit: UNIT, name: 'Trần Thị Ẩm', roles: ['clerk'] })
  expect(appointed.ok).toBe(true)
  const [one, other] = [await openPc('pc-one-one'), await openPc('pc-two-two')]
  expect(await one.link.enrol(await codeFor('Quầy 1'))).toEqual({ ok: true, value: null })
  expect(await other.link.enrol(await codeFor('Quầy 2'))).toEqual({ ok: true, value: null })
  expect([one.office()?.office.numberRange, other.office()?.office.numberRange]).toEqual([{ from: 1, to: 500 }, { from: 501, to: 1000 }])
  expect([one.office()?.office.unit, other.office()?.office.desk]).toEqual([UNIT, 'Quầy 2'])
  expect(one.users().map(({ user }) => user.name)).toEqual(['Trần Thị Ẩm'])
  expect((await readCity(one.root))?.publicKey).toBe(world.city.keys.publicKey)
})

test('a wrong code, or one used already, is told and changes nothing', async () => {
  const [one, other] = [await openPc('pc-one-one'), await openPc('pc-two-two')]
  const code = await codeFor('Quầy 1')
  expect(await one.link.enrol({ ...code, code: 'AAAA-AAAA-AAAA' })).toMatchObject({ ok: false, problem: { code: 'enrol/code-wrong' } })
  await one.link.enrol(code)
  expect(await other.link.enrol(code)).toMatchObject({ ok: false, problem: { code: 'enrol/code-used' } })
  expect([other.office(), await readCity(other.root)]).toEqual([undefined, undefined])
})

test('S8 a dossier is safe on both desks once the city has signed for it, and not a moment before', async () => {
  const [one, other] = [await openPc('pc-one-one'), await openPc('pc-two-two')]
  await one.link.enrol(await codeFor('Quầy 1'))
  await other.link.enrol(await codeFor('Quầy 2'))
  await receive(one.journal, 1)
  expect([await one.link.isSafe(subjectOf(1)), one.link.dossiersWaiting(), one.link.actsWaiting() > 0]).toEqual([false, 1, true])
  await one.link.sendNow()
  await one.link.sendNow()
  expect([await one.link.isSafe(subjectOf(1)), one.link.dossiersWaiting(), one.link.actsWaiting()]).toEqual([true, 0, 0])
  expect(await other.link.isSafe(subjectOf(1))).toBe(false)
  await other.link.sendNow()
  expect([await other.link.isSafe(subjectOf(1)), (await other.journal.actsOf(subjectOf(1))).length]).toEqual([true, 1])
})

test('S8 the day is closed on what is confirmed, and the same figures have the same code', async () => {
  const one = await openPc('pc-one-one')
  await one.link.enrol(await codeFor('Quầy 1'))
  await receive(one.journal, 1)
  await one.link.sendNow()
  await one.link.sendNow()
  await receive(one.journal, 2)
  const figures = () => closeDay('2026-11-25', {
    safekeeping: one.link.safekeeping(), seqs: one.link.seqs(), actsOf: one.journal.actsOf, pageBytes: () => 0, refused: [],
    unit: UNIT, device: 'pc-one-one', at: AT,
  })
  const closed = await figures()
  expect(closed.dossiers.map(({ subject, isSafe, actsWaiting }) => [subject, isSafe, actsWaiting]))
    .toEqual([[subjectOf(1), true, 0], [subjectOf(2), false, 1]])
  expect(closed.checkCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  expect((await figures()).checkCode).toBe(closed.checkCode)
})

test('S5 what was refused stands over a restart until it is settled', async () => {
  const one = await openPc('pc-one-one')
  await one.link.enrol(await codeFor('Quầy 1'))
  await receive(one.journal, 1)
  await revokeDevice(world.city, THE_CITY, { unit: UNIT, device: 'pc-one-one', reason: 'Mất máy' })
  await one.link.sendNow()
  expect(one.link.line()).toEqual({ state: 'stuck', problem: { code: 'sync/device-revoked' } })
  const again = await openRefusedList(one.root)
  expect(again.open()).toMatchObject([{ id: 'device:pc-one-one', what: 'device', problem: { code: 'sync/device-revoked' } }])
  await again.giveUp('device:pc-one-one')
  expect([again.open(), JSON.parse(await readFile(join(one.root, 'sync', 'refused.json'), 'utf8'))]).toMatchObject([[], [{ givenUp: true }]])
})

test('S13 an unreachable or strange city takes nothing from this PC', async () => {
  const one = await openPc('pc-one-one')
  await one.link.enrol(await codeFor('Quầy 1'))
  await receive(one.journal, 1)
  await one.link.sendNow()
  const before = one.journal.heads()
  const [port, empty] = [Number(new URL(address).port), await openTestCity()]
  await world.app.close()
  await empty.app.listen({ host: '127.0.0.1', port })
  await one.link.sendNow()
  expect([one.link.line(), one.journal.heads(), await one.link.isSafe(subjectOf(1))]).toMatchObject([{ state: 'stuck' }, before, true])
  await empty.close()
  expect(Object.keys(before)).toContain(letterboxOf(UNIT))
})

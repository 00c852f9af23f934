import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failure, success, type Result } from '../../shared/base/result.ts'
import { EMPTY_DRAWER } from '../../shared/cash/drawer.ts'
import type { Command } from '../../shared/desk/command.ts'
import type { OfficeState } from '../../shared/offices/fold-office.ts'
import { activeUsers, foldUsers } from '../../shared/users/fold-users.ts'
import { mayDo, rolesWith, type Right } from '../../shared/users/role.ts'
import { momentOf, office } from '../../tests/builders/moment.ts'
import { openDesk } from '../desk/desk.ts'
import { openNumbers } from '../desk/numbers.ts'
import { standingOf } from '../desk/standing.ts'
import { openJournal, type Journal } from '../journal/journal.ts'
import { provePin } from '../session/pin-proof.ts'
import { openSession } from '../session/session.ts'
import { openPeopleDoor } from './people-door.ts'

const NOW = '2026-11-25T02:00:00.000Z'
const DEVICE = 'pc-0123456789ab'
const [DIRECTOR_PIN, CLERK_PIN] = ['482915', '730264']
const standing = standingOf(DEVICE)
let root: string
let journal: Journal

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'people-'))
  journal = await openJournal({ root, device: DEVICE, now: () => Date.parse(NOW), randomBytes, folds: [standing] })
})
afterEach(async () => {
  await journal.close()
  await rm(root, { recursive: true })
})

/** A PC with a director and a clerk, real PINs, a real journal, and the desk's own verbs. */
async function openPc() {
  const users = () => foldUsers(journal.fold(standing).acts, DEVICE)
  for (const [id, name, roles, pin] of [['binh', 'Lê Văn Bình', ['director'], DIRECTOR_PIN], ['an', 'Nguyễn Thị Ẩm', ['clerk'], CLERK_PIN]] as const) {
    await journal.append([{ subject: `user:${id}`, kind: 'user/appointed', body: { id, name, roles: [...roles], pin: await provePin(pin) } }], { author: 'binh', at: NOW })
  }
  const session = openSession({
    users, now: () => NOW, record: (acts, author) => journal.append(acts, { author, at: NOW }), changed: () => undefined,
  })
  const may = (right: Right): Result<unknown> =>
    mayDo(session.user()?.roles ?? [], right) ? success(null) : failure({ code: 'session/not-allowed', holders: rolesWith(right) })
  const { hours, calendar, catalogue, settings } = momentOf()
  const state: OfficeState = {
    office, hours, device: { printer: null, paperSize: 'A5', secondCopy: null }, desks: { [DEVICE]: office.desk }, revoked: null, gone: [],
    keeper: { device: null, address: '' },
  }
  const desk = openDesk({
    append: journal.append, actsOf: journal.actsOf, newestActAt: () => undefined, office: () => state, users: () => activeUsers(users()),
    calendar, catalogue, settings, numbers: openNumbers(() => journal.fold(standing).drawn), bookState: () => undefined, stocks: () => ({}),
    drawerOf: () => EMPTY_DRAWER, diskState: () => 'ok', now: () => NOW, randomBytes,
  })
  const perform = (command: Command) => desk.perform(command, session.user())
  const people = openPeopleDoor({
    users, user: session.user, may, proveSelf: session.proveSelf, perform, root,
    heads: () => journal.state().heads, actsOf: journal.actsOf, desks: () => state.desks,
  })
  return { session, perform, people }
}

test('U2 a person changes their own PIN with the one they have; the old one opens nothing any more, and no line holds a digit of either', async () => {
  const { session, people } = await openPc()
  await session.signIn('an', CLERK_PIN)
  expect(await people.changeOwnPin('999998', '516038')).toEqual({ ok: false, problem: { code: 'session/pin-wrong', triesLeft: 4 } })
  expect(await people.changeOwnPin(CLERK_PIN, CLERK_PIN)).toEqual({ ok: false, problem: { code: 'user/pin-same' } })
  expect(await people.changeOwnPin(CLERK_PIN, '123456')).toEqual({ ok: false, problem: { code: 'user/pin-weak' } })
  expect((await people.changeOwnPin(CLERK_PIN, '516038')).ok).toBe(true)
  await session.lock()
  expect([(await session.signIn('an', CLERK_PIN)).ok, (await session.signIn('an', '516038')).ok]).toEqual([false, true])
  expect(JSON.stringify(await journal.actsOf('user:an'))).not.toMatch(/516038|730264|999998/)
})

test('U2 who guesses the PIN of an open screen is counted as at the door, and the fifth try locks it', async () => {
  const { session, people } = await openPc()
  await session.signIn('an', CLERK_PIN)
  for (let tries = 0; tries < 4; tries += 1) await people.changeOwnPin('999998', '516038')
  expect(await people.changeOwnPin('999998', '516038')).toMatchObject({ problem: { code: 'session/locked' } })
  expect(session.user()).toBeUndefined()
  expect((await session.signIn('an', CLERK_PIN)).ok).toBe(false)
})

test('U4 whoever is withdrawn leaves an open screen at once, and what they did stays', async () => {
  const { session, perform, people } = await openPc()
  await session.signIn('an', CLERK_PIN)
  const received = await perform({ verb: 'dossier/receive', input: {
    procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1, applicant: { name: 'Trần Thị Ẩm' },
    papers: [{ id: 'p1', originals: 1, copies: 0, received: true }, { id: 'p2', originals: 1, copies: 0, received: true }],
  } })
  expect(received.ok).toBe(true)
  await journal.append([{ subject: 'user:an', kind: 'user/withdrawn', body: { reason: 'Chuyển công tác' } }], { author: 'binh', at: NOW })
  expect([session.user(), await session.current(), (await session.names()).map(({ id }) => id)]).toEqual([undefined, null, ['binh']])
  expect(await perform({ verb: 'dossier/add-note', input: {} })).toEqual({ ok: false, problem: { code: 'session/nobody' } })
  await session.signIn('binh', DIRECTOR_PIN)
  expect(await people.list()).toMatchObject({ value: [
    { id: 'binh', since: NOW, withdrawnAt: null }, { id: 'an', name: 'Nguyễn Thị Ẩm', roles: ['clerk'], since: NOW, withdrawnAt: NOW },
  ] })
  expect(await people.work('an', '2026-11-25')).toMatchObject({ value: [
    { kind: 'dossier/received', at: NOW, about: 'H13.002-261125-0001', desk: 'Quầy 1' }, { kind: 'user/signed-in', about: null },
  ] })
})

test('U3 one’s own day is read unrecorded, another’s only by a director and only once the look is on record', async () => {
  const { session, people } = await openPc()
  await session.signIn('an', CLERK_PIN)
  expect(await people.work('an', '2026-11-25')).toMatchObject({ value: [{ kind: 'user/signed-in' }] })
  expect(await people.work('an', '2026-11-24')).toEqual({ ok: true, value: [] })
  expect([await people.work('binh', '2026-11-25'), await people.list()].map(({ ok }) => ok)).toEqual([false, false])
  expect(await journal.actsOf('work:binh')).toEqual([])
  await session.signIn('binh', DIRECTOR_PIN)
  await people.work('an', '2026-11-25')
  expect(await journal.actsOf('work:an')).toMatchObject([{ kind: 'user/work-read', author: 'binh', body: { day: '2026-11-25' } }])
  for (const odd of [['../an', '2026-11-25'], ['an', '../../keys'], ['an', '2026-13-01'], [7, null]]) expect((await people.work(...odd as [string, string])).ok).toBe(false)
})

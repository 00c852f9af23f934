import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBareCity, type BareCity } from '../../tests/builders/bare-city.ts'
import { pretendPc } from '../../tests/builders/pretend-pc.ts'
import { looks } from '../db/queries/looks.ts'
import { usersOf, cityUsers } from '../db/queries/users.ts'
import { publications } from '../db/queries/publications.ts'
import { quarantineList } from '../db/queries/quarantine.ts'
import { startProjector, type Projector } from '../projections/projector.ts'
import { enrolDevice } from '../sync/enrol-device.ts'
import { appointCityUser } from './appoint-city-user.ts'
import { appointUser } from './appoint-user.ts'
import { appointUsers } from './appoint-users.ts'
import { CITY_ROLES, mayInCity, scopeOf, THE_CITY, type CityActor } from './city-role.ts'
import { checkSignIn, findCityPerson } from './city-sign-in.ts'
import { decideQuarantine } from './decide-quarantine.ts'
import { makeFirstAdministrator } from './first-administrator.ts'
import { issueCode } from './issue-code.ts'
import { publishCalendar } from './publish-calendar.ts'
import { publishCatalogue } from './publish-catalogue.ts'
import { publishSettings } from './publish-settings.ts'
import { recordLook } from './record-look.ts'
import { resetPin } from './reset-pin.ts'
import { revokeDevice } from './revoke-device.ts'
import { isSecret } from './secret-proof.ts'
import { setCityPassword } from './set-city-password.ts'
import { withdrawCityUser } from './withdraw-city-user.ts'
import { withdrawUser } from './withdraw-user.ts'
import { catalogue } from '../../tests/builders/moment.ts'
import { readState } from './city-log.ts'
import { letterbox } from './letterbox.ts'

const PASSWORD = 'mật khẩu đủ dài'
const NOT_ALLOWED = { ok: false, problem: { code: 'city/not-allowed' } }
const operator: CityActor = { id: 'op', role: 'operator', unit: null }
const supervisor: CityActor = { id: 'su', role: 'supervisor', unit: null }
const reader: CityActor = { id: 're', role: 'unit-reader', unit: '31135' }

let world: BareCity
let projector: Projector
beforeAll(async () => {
  world = await openBareCity()
  projector = await startProjector(world.city)
})
afterAll(async () => {
  await projector.stop()
  await world.close()
})

test('U4 rights of the city are one table: each role, each right', () => {
  const may = Object.fromEntries(CITY_ROLES.map(role => [role, (['overview/see', 'unit/see', 'dossier/see', 'dossier/search', 'statement/find', 'device/manage',
    'user/manage', 'quarantine/decide', 'publish', 'city-user/manage', 'look/see'] as const).filter(right => mayInCity({ role, unit: '31135' }, right))]))
  expect(may).toEqual({
    administrator: ['overview/see', 'unit/see', 'dossier/see', 'dossier/search', 'statement/find', 'device/manage', 'user/manage', 'quarantine/decide', 'publish', 'city-user/manage', 'look/see'],
    operator: ['overview/see', 'unit/see', 'statement/find', 'device/manage', 'user/manage', 'quarantine/decide'],
    supervisor: ['overview/see', 'unit/see', 'dossier/see', 'dossier/search', 'statement/find'],
    'unit-reader': ['unit/see', 'dossier/see', 'dossier/search', 'statement/find'],
  })
  expect([mayInCity(reader, 'unit/see', '31135'), mayInCity(reader, 'unit/see', '31120'), scopeOf(reader), scopeOf(operator)]).toEqual([true, false, '31135', undefined])
})

test('U4 nobody who may not can decide anything', async () => {
  const { city } = world
  for (const by of [supervisor, reader]) {
    expect(await issueCode(city, by, { unit: '31135', desk: 'Quầy 1' })).toEqual(NOT_ALLOWED)
    expect(await revokeDevice(city, by, { unit: '31135', device: 'pc-one', reason: 'x' })).toEqual(NOT_ALLOWED)
    expect(await appointUser(city, by, { unit: '31135', name: 'An', roles: ['clerk'] })).toEqual(NOT_ALLOWED)
    expect(await appointUsers(city, by, 'unit,name,roles\n31135,An,clerk')).toEqual(NOT_ALLOWED)
    expect(await resetPin(city, by, { unit: '31135', id: 'x' })).toEqual(NOT_ALLOWED)
    expect(await withdrawUser(city, by, { unit: '31135', id: 'x', reason: 'x' })).toEqual(NOT_ALLOWED)
    expect(await decideQuarantine(city, by, { id: 'x', decision: 'settled', note: 'x' })).toEqual(NOT_ALLOWED)
  }
  for (const by of [operator, supervisor, reader]) {
    expect(await publishCatalogue(city, by, { version: '1', procedures: [] })).toEqual(NOT_ALLOWED)
    expect(await appointCityUser(city, by, { name: 'A', signInName: 'aa', role: 'operator', unit: null, password: PASSWORD })).toEqual(NOT_ALLOWED)
    expect(await withdrawCityUser(city, by, { id: 'x', reason: 'x' })).toEqual(NOT_ALLOWED)
  }
})

test('U4 the first administrator is made once, signs in by password, and stays the last', async () => {
  const { city } = world
  expect(await makeFirstAdministrator(city, { signInName: 'QuanTri', password: PASSWORD })).toEqual({ ok: true, value: true })
  expect(await makeFirstAdministrator(city, { signInName: 'quantri', password: 'một mật khẩu khác' })).toEqual({ ok: true, value: false })
  const person = await checkSignIn(city, ' QUANTRI ', PASSWORD)
  if (person === undefined) throw new Error('Not signed in')
  expect(person).toMatchObject({ role: 'administrator', signInName: 'quantri', unit: null })
  expect(await checkSignIn(city, 'quantri', 'một mật khẩu khác')).toBeUndefined()
  expect(await checkSignIn(city, 'ai-đó', PASSWORD)).toBeUndefined()
  expect(await withdrawCityUser(city, person, { id: person.id, reason: 'nghỉ' })).toEqual({ ok: false, problem: { code: 'city-user/last-administrator' } })

  const input = { name: 'Lê Văn Bình', signInName: 'binh', role: 'unit-reader', unit: '31135', password: PASSWORD } as const
  const made = await appointCityUser(city, person, input)
  if (!made.ok) throw new Error(made.problem.code)
  expect(await appointCityUser(city, person, input)).toEqual({ ok: false, problem: { code: 'city-user/sign-in-name-taken' } })
  expect(await appointCityUser(city, person, { ...input, signInName: 'khac', unit: null })).toEqual({ ok: false, problem: { code: 'city-user/unit-missing' } })
  expect(await appointCityUser(city, person, { ...input, signInName: 'khac', password: 'ngắn' })).toEqual({ ok: false, problem: { code: 'city-user/password-short', least: 10 } })
  expect(await setCityPassword(city, { id: made.value.id, role: 'unit-reader', unit: '31135' }, { id: made.value.id, password: 'mật khẩu thứ hai' })).toEqual({ ok: true, value: null })
  expect(await checkSignIn(city, 'binh', PASSWORD)).toBeUndefined()
  expect(await findCityPerson(city, made.value.id)).toMatchObject({ name: 'Lê Văn Bình' })
  expect(await withdrawCityUser(city, person, { id: made.value.id, reason: 'chuyển việc' })).toEqual({ ok: true, value: null })
  expect(await findCityPerson(city, made.value.id)).toBeUndefined()
  expect(await checkSignIn(city, 'binh', 'mật khẩu thứ hai')).toBeUndefined()
  await projector.settled()
  expect((await cityUsers(city.db)).map(({ signInName, withdrawnAt }) => [signInName, withdrawnAt !== null])).toEqual([['quantri', false], ['binh', true]])
})

test('U4 the city appoints someone of a unit, gives a first PIN, and withdraws also whom the unit’s own director appointed', async () => {
  const { city } = world
  const appointed = await appointUser(city, operator, { unit: '31135', name: '  Nguyễn Thị Ẩm ', roles: ['clerk'] })
  if (!appointed.ok) throw new Error(appointed.problem.code)
  expect(await appointUser(city, operator, { unit: '31135', name: 'nguyễn thị ẩm', roles: ['clerk'] })).toMatchObject({ problem: { code: 'user/twin-name' } })
  expect(await appointUser(city, operator, { unit: '99999', name: 'A', roles: ['clerk'] })).toEqual({ ok: false, problem: { code: 'unit/unknown' } })

  const issued = await issueCode(city, operator, { unit: '31135', desk: 'Quầy 1' })
  if (!issued.ok) throw new Error(issued.problem.code)
  const pc = pretendPc('pc-one')
  await enrolDevice(city, pc.enrolBy(issued.value.code))
  const pin = { algorithm: 'scrypt', cost: 2, salt: '0'.repeat(32), hash: '1'.repeat(64) } as const
  // Written by a PC whose clock stands two days ahead.
  pc.write([{ subject: 'user:binh', kind: 'user/appointed', body: { id: 'binh', name: 'Lê Văn Bình', roles: ['director'], pin } }], '2026-11-27T02:00:00.000Z', 'binh')
  await pc.hand(city)
  await projector.settled()
  expect(await withdrawUser(city, operator, { unit: '31135', id: 'binh', reason: '' })).toEqual({ ok: false, problem: { code: 'reason/missing' } })
  expect(await withdrawUser(city, operator, { unit: '31135', id: 'binh', reason: 'nghỉ hưu' })).toEqual({ ok: true, value: null })
  expect(await withdrawUser(city, operator, { unit: '31135', id: 'binh', reason: 'nghỉ hưu' })).toEqual({ ok: false, problem: { code: 'user/unknown' } })
  const reset = await resetPin(city, operator, { unit: '31135', id: appointed.value.id })
  if (!reset.ok) throw new Error(reset.problem.code)
  await projector.settled()
  expect((await usersOf(city.db, '31135')).map(({ name, byCity, withdrawnAt }) => ({ name, byCity, isWithdrawn: withdrawnAt !== null }))).toEqual([
    { name: 'Nguyễn Thị Ẩm', byCity: true, isWithdrawn: false }, { name: 'Lê Văn Bình', byCity: false, isWithdrawn: true },
  ])
  const { userActs } = await readState(city, letterbox('31135'))
  const proof = userActs.find(({ kind }) => kind === 'user/pin-set')?.body['pin'] as typeof pin
  expect([await isSecret(reset.value.pin, proof), await isSecret(appointed.value.pin, proof)]).toEqual([true, false])
})

test('U4 a list names every wrong row by its line and takes nobody until all are right', async () => {
  const { city } = world
  expect(await appointUsers(city, operator, 'unit,name,roles\n31120,An,clerk\n99999,Bình,clerk\n31120,,clerk\n\n31120,Cường,king\n31120,An,officer\n31120,Dũng\n31120,Em,')).toEqual({
    ok: false, problem: { code: 'user-list/rows-wrong', rows: [
      { line: 3, code: 'user-list/unit-unknown', unit: '99999' }, { line: 4, code: 'user-list/name-missing' },
      { line: 6, code: 'user-list/role-unknown', role: 'king' }, { line: 7, code: 'user-list/twin-name', name: 'An' },
      { line: 8, code: 'user-list/columns-wrong', count: 2 }, { line: 9, code: 'user-list/role-missing' },
    ] },
  })
  expect((await readState(city, letterbox('31120'))).userActs).toEqual([])
  expect(await appointUsers(city, operator, 'name,unit\n')).toEqual({ ok: false, problem: { code: 'user-list/header-wrong' } })
  expect(await appointUsers(city, operator, ' ')).toEqual({ ok: false, problem: { code: 'user-list/empty' } })
  expect(await appointUsers(city, operator, `unit,name,roles\n${Array.from({ length: 1001 }, (_, i) => `31120,Người ${i},clerk`).join('\n')}`)).toEqual({
    ok: false, problem: { code: 'user-list/too-long', most: 1000 },
  })
  const taken = await appointUsers(city, operator, '\ufeffunit;name;roles\r\n31120;"Trần ""Ba""; Tư";clerk|officer\r\n31135;Lý;director\r\n')
  expect(taken).toMatchObject({ ok: true, value: { users: [{ unit: '31120', name: 'Trần "Ba"; Tư' }, { unit: '31135', name: 'Lý' }] } })
  expect(await appointUsers(city, operator, 'unit,name,roles\n31135,LÝ,clerk')).toEqual({
    ok: false, problem: { code: 'user-list/rows-wrong', rows: [{ line: 2, code: 'user-list/twin-name', name: 'LÝ' }] },
  })
})

test('U4 what the city publishes is checked, cut into lines that travel, and listed', async () => {
  const { city } = world
  const many = Array.from({ length: 600 }, (_, i) => ({ ...catalogue.procedures[0], code: `9.${String(i).padStart(6, '0')}`, decision: 'x'.repeat(1000) }))
  expect(await publishCatalogue(city, THE_CITY, { version: '2026-12', procedures: many })).toEqual({ ok: true, value: { count: 600 } })
  expect(await publishCatalogue(city, THE_CITY, { version: '2026-12', procedures: [{ code: '1' }] })).toMatchObject({ problem: { code: 'catalogue/procedure-malformed' } })
  const year = { year: 2028, days: [{ date: '2028-01-01', kind: 'holiday', name: 'Tết Dương lịch', certainty: 'certain' }] }
  expect(await publishCalendar(city, THE_CITY, year)).toEqual({ ok: true, value: { year: 2028 } })
  expect(await publishCalendar(city, THE_CITY, { ...year, year: 2029 })).toEqual({ ok: false, problem: { code: 'calendar/malformed' } })
  expect(await publishSettings(city, THE_CITY, { supplementPolicy: 'restart' })).toEqual({ ok: true, value: null })
  expect(await publishSettings(city, THE_CITY, { supplementPolicy: 'sometimes', heardOfLater: 1 })).toEqual({ ok: false, problem: { code: 'settings/malformed' } })
  expect(await publishSettings(city, THE_CITY, { '': 1 })).toEqual({ ok: false, problem: { code: 'settings/malformed' } })
  for (const { line } of await city.record.read('city-public', 0, 10_000_000)) expect(Buffer.byteLength(line)).toBeLessThan(500_000)
  await projector.settled()
  const listed = await publications(city.db)
  expect(listed.map(({ kind, title }) => [kind, title]).slice(0, 2)).toEqual([['settings/published', 'supplementPolicy'], ['calendar/published', '2028']])
  expect(listed.filter(({ kind }) => kind === 'catalogue/published').reduce((sum, { count }) => sum + count, 0)).toBe(600)
})

test('U4 what a revoked PC sent is listed until somebody decides, and stays after', async () => {
  const { city } = world
  await city.record.quarantine({ id: 'q-1', device: 'pc-one', pushedBy: 'pc-one', reason: 'sync/device-revoked', lines: ['a', 'b'], receivedAt: '2026-11-25T03:00:00.000Z' })
  const row = { id: 'q-1', device: 'pc-one', unit: '31135', pushedBy: 'pc-one', reason: 'sync/device-revoked', lineCount: 2, receivedAt: '2026-11-25T03:00:00.000Z' }
  expect(await quarantineList(city)).toEqual([{ ...row, decision: null }])
  expect(await decideQuarantine(city, operator, { id: 'q-2', decision: 'settled', note: 'x' })).toEqual({ ok: false, problem: { code: 'quarantine/unknown' } })
  expect(await decideQuarantine(city, operator, { id: 'q-1', decision: 'settled', note: ' ' })).toEqual({ ok: false, problem: { code: 'quarantine/note-missing' } })
  expect(await decideQuarantine(city, operator, { id: 'q-1', decision: 'settled', note: 'Đã gọi đơn vị' })).toEqual({ ok: true, value: null })
  await projector.settled()
  expect(await quarantineList(city)).toEqual([{ ...row, decision: { decision: 'settled', note: 'Đã gọi đơn vị', by: 'op', at: '2026-11-25T02:00:00.000Z' } }])
})

test('U3 a look at a person’s papers is on record: who, when, which dossier, from which screen', async () => {
  const { city } = world
  await recordLook(city, supervisor, { unit: '31135', subject: 'dossier:0000000000000001', screen: 'dossier' })
  await recordLook(city, reader, { unit: '31135', subject: 'dossier:0000000000000002', screen: 'search' })
  await projector.settled()
  const first = { cityUser: 'su', unit: '31135', subject: 'dossier:0000000000000001', screen: 'dossier', at: '2026-11-25T02:00:00.000Z' }
  expect(await looks(city.db, { unit: '31135', subject: 'dossier:0000000000000001' })).toEqual([first])
  expect(await looks(city.db)).toEqual([{ ...first, cityUser: 're', subject: 'dossier:0000000000000002', screen: 'search' }, first])
  expect((await city.record.heads(['city-looks']))['city-looks']?.seq).toBe(2)
})

import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receivedActs, subjectOf } from '../../tests/builders/city-acts.ts'
import { openTestCity, type TestCity } from '../../tests/builders/city.ts'
import { pretendPc } from '../../tests/builders/pretend-pc.ts'
import { appointCityUser } from '../admin/appoint-city-user.ts'
import { CITY_ROLES, mayInCity, THE_CITY, type CityRole } from '../admin/city-role.ts'
import { issueCode } from '../admin/issue-code.ts'
import { enrolDevice } from '../sync/enrol-device.ts'
import { PAGES } from './pages.ts'

const OWN = '31120'
const OTHER = '31147'
const AT = '2026-11-25T02:00:00.000Z'
const PASSWORD = 'mật khẩu dài để thử 1'
let world: TestCity
let app: FastifyInstance
const cookies = new Map<CityRole, string>()

beforeAll(async () => {
  world = await openTestCity({ at: AT })
  app = world.app
  for (const [unit, device, nth] of [[OWN, 'pc-own', 1], [OTHER, 'pc-other', 2]] as const) {
    const code = await issueCode(world.city, THE_CITY, { unit, desk: 'Quầy 1' })
    const pc = pretendPc(device)
    if (!code.ok || !(await enrolDevice(world.city, pc.enrolBy(code.value.code))).ok) throw new Error('Not admitted')
    pc.write(receivedActs(nth, AT, { name: nth === 1 ? '<b>Lê Thị "Ẩm"</b>' : 'Trần Bí Mật', phone: '0900000123', personalNumber: '092085000123' }), AT)
    await pc.hand(world.city)
  }
  for (const role of CITY_ROLES) {
    const made = await appointCityUser(world.city, THE_CITY, { name: `Người ${role}`, signInName: role, role, unit: role === 'unit-reader' ? OWN : null, password: PASSWORD })
    if (!made.ok) throw new Error(made.problem.code)
    cookies.set(role, cookieOf(await post('/sign-in', { name: role, password: PASSWORD })))
  }
  await world.settled()
})
afterAll(() => world.close())

function cookieOf(answer: { readonly cookies: readonly { readonly name: string, readonly value: string }[] }): string {
  return answer.cookies.find(({ name }) => name === 'motcua')?.value ?? ''
}

function post(url: string, form: Record<string, string>, cookie = '', headers: Record<string, string> = {}) {
  return app.inject({ method: 'POST', url, payload: new URLSearchParams(form).toString(), cookies: { motcua: cookie }, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
}

function get(url: string, role?: CityRole) {
  return app.inject({ method: 'GET', url, cookies: { motcua: role === undefined ? '' : cookies.get(role) ?? '' } })
}

async function csrfOf(role: CityRole): Promise<string> {
  const { body } = await get(role === 'unit-reader' ? `/units/${OWN}` : role === 'operator' ? '/devices' : '/search', role)
  return /name="csrf" value="([0-9a-f]+)"/.exec(body)?.[1] ?? ''
}

test('every route is closed to whoever is not signed in, has an old session, or a made-up one', async () => {
  for (const { method, path } of PAGES) {
    const url = path.replace(':unit', OWN).replace(':subject', subjectOf(1))
    const answers = [method === 'GET' ? await get(url) : await post(url, {}), await app.inject({ method, url, cookies: { motcua: 'f'.repeat(64) }, headers: { 'content-type': 'application/x-www-form-urlencoded' } })]
    expect([path, ...answers.map(({ statusCode, headers }) => [statusCode, String(headers.location).startsWith('/sign-in')])]).toEqual([path, [303, true], [303, true]])
  }
})

test('every page answers each role by its rights, and no role another unit’s', async () => {
  for (const { method, path, right } of PAGES) {
    if (method === 'POST') continue
    for (const role of CITY_ROLES) {
      const actor = { role, unit: role === 'unit-reader' ? OWN : null }
      for (const [unit, subject] of [[OWN, subjectOf(1)], [OTHER, subjectOf(2)]] as const) {
        const url = path.replace(':unit', unit).replace(':subject', subject)
        const { statusCode, body } = await get(url, role)
        const may = right === 'signed-in' || mayInCity(actor, right, path.includes(':unit') ? unit : undefined)
        expect([role, url, may ? statusCode < 400 : statusCode === 404]).toEqual([role, url, true])
        if (role === 'unit-reader') expect(body).not.toContain('Trần Bí Mật')
      }
    }
  }
  expect((await get('/search?q=bi+mat', 'unit-reader')).body).not.toContain('Trần Bí Mật')
  expect((await get('/search?q=bi+mat', 'supervisor')).body).toContain('Trần Bí Mật')
})

test('U3 a look is recorded before the page is shown, and the whole number needs a reason', async () => {
  const url = `/dossiers/${OWN}/${subjectOf(1)}`
  const covered = await get(url, 'supervisor')
  expect([covered.body.includes('092085000123'), covered.body.includes('••••••••123')]).toEqual([false, true])
  expect((await get(`${url}?reason=kiem+tra`, 'supervisor')).body).toContain('092085000123')
  await world.settled()
  expect((await get('/city-people', 'administrator')).body).toContain('dossier: kiem tra')
})

test('what people typed is text, never HTML, and what is searched for never SQL', async () => {
  expect((await get(`/dossiers/${OWN}/${subjectOf(1)}`, 'administrator')).body).toContain('&lt;b&gt;Lê Thị &quot;Ẩm&quot;&lt;/b&gt;')
  const strange = '\'; DROP TABLE acts; --<script>alert(1)</script>"%_\\'
  for (const url of [`/search?q=${encodeURIComponent(strange)}`, `/statements?code=${encodeURIComponent(strange)}`, `/?sort=${encodeURIComponent(strange)}`,
    `/units/${encodeURIComponent('1\' OR 1=1')}`, '/search?q=%00', '/?sort=__proto__', '/?sort=constructor']) {
    const { statusCode, body } = await get(url, 'administrator')
    expect([url, statusCode < 500, body.includes('<script>')]).toEqual([url, true, false])
  }
  expect((await world.city.db.query<{ n: number }>('SELECT count(*)::int AS n FROM acts'))[0]?.n).toBeGreaterThan(0)
})

test('a form of another site, without its word, or with another’s, changes nothing', async () => {
  const cookie = cookies.get('administrator') ?? ''
  const csrf = await csrfOf('administrator')
  const form = { unit: OWN, desk: 'Quầy 9' }
  const answers = [
    await post('/codes', form, cookie), await post('/codes', { ...form, csrf: await csrfOf('operator') }, cookie),
    await post('/codes', { ...form, csrf }, cookie, { origin: 'https://elsewhere.invalid' }), await post('/codes', { ...form, csrf }, cookie, { 'sec-fetch-site': 'cross-site' }),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403])
  const issued = await post('/codes', { ...form, csrf }, cookie)
  expect([issued.statusCode, /<p class="code">[0-9A-Z]{4}(-[0-9A-Z]{4})+<\/p>/.test(issued.body)]).toEqual([200, true])
})

test('wrong passwords are counted, a session ends with signing out, and nobody is sent elsewhere', async () => {
  const out = await post('/sign-in', { name: 'supervisor', password: PASSWORD, to: '//elsewhere.invalid/' })
  expect([out.statusCode, out.headers.location]).toEqual([303, '/'])
  const cookie = cookieOf(out)
  const csrf = /name="csrf" value="([0-9a-f]+)"/.exec((await app.inject({ method: 'GET', url: '/search', cookies: { motcua: cookie } })).body)?.[1] ?? ''
  expect((await post('/sign-out', { csrf }, cookie)).statusCode).toBe(303)
  expect((await app.inject({ method: 'GET', url: '/search', cookies: { motcua: cookie } })).statusCode).toBe(303)
  const codes: number[] = []
  for (let i = 0; i < 6; i += 1) codes.push((await post('/sign-in', { name: 'nobody', password: 'x' })).statusCode)
  expect(codes).toEqual([401, 401, 401, 401, 401, 429])
})

test('a session idle for half an hour is over', async () => {
  world.setTime('2026-11-25T02:40:00.000Z')
  expect((await get('/search', 'administrator')).statusCode).toBe(303)
  world.setTime(AT)
})

test('a month of the whole city stands on its three forms, by unit, by field, and what is late by reason', async () => {
  const rowsOf = (body: string): readonly string[] =>
    [...body.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) => row.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').trim())
  const form = async (number: string, month: string) => rowsOf((await get(`/reports?form=${number}&month=${month}`, 'supervisor')).body)
  expect((await form('II.06b', '2026-11')).map(row => row.split(' ').slice(-11).join(' '))).toEqual([
    '2 0 2 0 0 0 0 0 2 2 0', '2 0 2 0 0 0 0 0 2 2 0',
  ])
  expect((await form('II.06c', '2026-11')).at(-1)).toBe('Tổng số 2 0 2 0 0 0 0 0 2 2 0')
  expect(await form('II.07b', '2026-11')).toEqual([])
  expect((await get('/reports?form=%3Cb%3E&month=99', 'supervisor')).body).toContain('Biểu II.06b/VPCP/KSTT')
})

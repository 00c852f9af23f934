import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCity, type TestCity } from '../../tests/builders/city.ts'
import { pretendPc } from '../../tests/builders/pretend-pc.ts'
import { ROUTES } from '../../shared/sync/protocol.ts'
import { THE_CITY } from '../admin/city-role.ts'
import { issueCode } from '../admin/issue-code.ts'

let world: TestCity
beforeAll(async () => { world = await openTestCity() })
afterAll(() => world.close())

async function enrol(body: unknown, from = '203.0.113.1'): Promise<{ readonly status: number, readonly body: Record<string, unknown>, readonly type: unknown, readonly retryAfter: unknown }> {
  const answer = await world.app.inject({ method: 'POST', url: ROUTES.enrol, payload: body as object, headers: { 'x-forwarded-for': from } })
  return {
    status: answer.statusCode, body: answer.json<Record<string, unknown>>(), type: answer.headers['content-type'], retryAfter: answer.headers['retry-after'],
  }
}

async function freshCode(): Promise<string> {
  const issued = await issueCode(world.city, THE_CITY, { unit: '31135', desk: 'Quầy 1' })
  if (!issued.ok) throw new Error(issued.problem.code)
  return issued.value.code
}

test('a PC is answered with its unit, the city’s key and the logs to follow', async () => {
  const { status, body } = await enrol(pretendPc('pc-one').enrolBy(await freshCode()))
  expect({ status, body }).toEqual({
    status: 200, body: { unit: '31135', city: { name: 'Thành phố Thử', publicKey: world.city.keys.publicKey }, follows: ['city-public', 'city-31135'] },
  })
})

test('what is no request is refused before anything is looked up', async () => {
  const good = pretendPc('pc-two').enrolBy('0000-0000-0000')
  for (const bad of [{}, { ...good, device: '../../x' }, { ...good, publicKey: 'x' }, { ...good, proof: '' }, { ...good, device: 'pc\' OR 1=1' }]) {
    expect(await enrol(bad, '203.0.113.2')).toMatchObject({ status: 400, body: { code: 'sync/body-invalid' }, type: 'application/problem+json; charset=utf-8' })
  }
  expect((await enrol({ ...good, code: 'x'.repeat(20_000) }, '203.0.113.2')).status).toBe(413)
  expect(await enrol({ ...good, publicKey: `${'A'.repeat(43)}=` }, '203.0.113.2')).toMatchObject({ status: 403, body: { code: 'enrol/proof-wrong' } })
})

test('who tries too many wrong codes must wait; others need not', async () => {
  const wrong = pretendPc('pc-two').enrolBy('0000-0000-0001')
  for (let tries = 0; tries < 10; tries += 1) expect(await enrol(wrong, '203.0.113.9')).toMatchObject({ status: 403, body: { code: 'enrol/code-wrong' } })
  expect(await enrol(wrong, '203.0.113.9')).toMatchObject({ status: 429, body: { code: 'enrol/too-many-tries', retryAfter: 600 }, retryAfter: '600' })
  expect((await enrol(pretendPc('pc-two').enrolBy(await freshCode()), '203.0.113.10')).status).toBe(200)
  world.setTime('2026-11-25T02:10:01.000Z')
  expect(await enrol(wrong, '203.0.113.9')).toMatchObject({ status: 403 })
})

import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROUTES } from '../../shared/sync/protocol.ts'
import { openTestCity, signedHeaders, type TestCity } from '../../tests/builders/city.ts'
import { pretendPc, type PretendPc } from '../../tests/builders/pretend-pc.ts'
import { THE_CITY } from '../admin/city-role.ts'
import { issueCode } from '../admin/issue-code.ts'
import { enrolDevice } from './enrol-device.ts'

let world: TestCity
let large: PretendPc
let small: PretendPc
beforeAll(async () => {
  world = await openTestCity({ atOnce: 1 })
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  large = await admitted('pc-large')
  small = await admitted('pc-small')
})
afterAll(() => world.close())

async function admitted(device: string, at = world, unit = '31120'): Promise<PretendPc> {
  const code = await issueCode(at.city, THE_CITY, { unit, desk: 'Quầy 1' })
  const made = pretendPc(device)
  if (!code.ok || !(await enrolDevice(at.city, made.enrolBy(code.value.code))).ok) throw new Error('Not admitted')
  return made
}

async function push(pc: PretendPc, { app } = world) {
  const answer = await app.inject({
    method: 'POST', url: ROUTES.push, payload: NO_LINES, headers: { 'content-type': 'application/json', ...signedHeaders(pc, 'POST', ROUTES.push, NO_LINES) },
  })
  return { status: answer.statusCode, code: answer.json<Record<string, unknown>>()['code'], later: Number(answer.headers['retry-after'] ?? 0) }
}

/** Fits the schema, and holds nothing that could be taken. */
const NO_LINES = JSON.stringify({ device: 'pc-small', lines: ['no line'], signature: `${'A'.repeat(86)}==` })

/** A stream of pages that takes a place until it is ended. */
function beginStream(at: TestCity, pc: PretendPc) {
  const { port } = at.app.server.address() as AddressInfo
  const upload = httpRequest({
    host: '127.0.0.1', port, method: 'POST', path: ROUTES.pages,
    headers: { 'content-type': 'application/octet-stream', ...signedHeaders(pc, 'POST', ROUTES.pages, '') },
  })
  const answered = new Promise<number>((resolve, reject) => {
    upload.on('response', answer => { resolve(answer.resume().statusCode ?? 0) }).on('error', reject)
  })
  upload.write(Buffer.alloc(10))
  return { upload, answered }
}

test('S10 while all places are taken the city says later, with a time; then there is room again', async () => {
  const { upload, answered } = beginStream(world, large)
  await expect.poll(async () => (await push(small)).status, { timeout: 20_000 }).toBe(503)
  const { code, later } = await push(small)
  expect([code, later > 0]).toEqual(['sync/later', true])
  upload.end()
  expect(await answered).toBe(200)
  // Room again: what is refused now is the line alone.
  await expect.poll(async () => (await push(small)).code, { timeout: 20_000 }).toBe('sync/line-broken')
})

test('S10 an office that fills its share is told later, and a small one still finds a place', async () => {
  const wide = await openTestCity({ atOnce: 8 })
  try {
    await wide.app.listen({ host: '127.0.0.1', port: 0 })
    const [one, other, neighbour] = [await admitted('pc-one', wide), await admitted('pc-other', wide), await admitted('pc-small', wide, '31186')]
    const streams = [beginStream(wide, one), beginStream(wide, other)]
    await expect.poll(async () => (await push(one, wide)).code, { timeout: 20_000 }).toBe('sync/later')
    expect((await push(other, wide)).code).toBe('sync/later')
    expect((await push(neighbour, wide)).code).toBe('sync/line-broken')
    for (const { upload } of streams) upload.end()
    expect(await Promise.all(streams.map(({ answered }) => answered))).toEqual([200, 200])
  } finally {
    await wide.close()
  }
})

import { randomBytes } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frameHead } from '../../shared/sync/frames.ts'
import { ROUTES } from '../../shared/sync/protocol.ts'
import { ask, openTestCity, signedHeaders, type TestCity } from '../../tests/builders/city.ts'
import { pretendPc, type PretendPc } from '../../tests/builders/pretend-pc.ts'
import { THE_CITY } from '../admin/city-role.ts'
import { issueCode } from '../admin/issue-code.ts'
import { sha256 } from '../record/sha256.ts'
import { enrolDevice } from './enrol-device.ts'

let world: TestCity
let pc: PretendPc
let stranger: PretendPc
beforeAll(async () => {
  world = await openTestCity()
  pc = await admitted('pc-one', '31120')
  stranger = await admitted('pc-far', '31147')
})
afterAll(() => world.close())

async function admitted(device: string, unit: string): Promise<PretendPc> {
  const code = await issueCode(world.city, THE_CITY, { unit, desk: 'Quầy 1' })
  const made = pretendPc(device)
  if (!code.ok || !(await enrolDevice(world.city, made.enrolBy(code.value.code))).ok) throw new Error('Not admitted')
  return made
}

function newPage(bytes = 5000): { readonly sha256: string, readonly bytes: Buffer } {
  const page = randomBytes(bytes)
  return { sha256: sha256(page), bytes: page }
}

type TestPage = ReturnType<typeof newPage>

function frame(page: TestPage, from = 0, until = page.bytes.length, name = page.sha256, pageBytes = page.bytes.length): Buffer {
  const piece = page.bytes.subarray(from, until)
  return Buffer.concat([frameHead({ sha256: name, offset: from, pageBytes, pieceBytes: piece.length }), piece])
}

async function send(stream: Buffer, from = pc): Promise<Record<string, unknown>> {
  const answer = await world.app.inject({
    method: 'POST', url: ROUTES.pages, payload: stream,
    headers: { 'content-type': 'application/octet-stream', ...signedHeaders(from, 'POST', ROUTES.pages, '') },
  })
  return answer.json<Record<string, unknown>>()
}

const heldOf = async (...pages: readonly string[]) => (await ask(world.app, pc, ROUTES.pageStatus, { pages })).body['held']

async function get(from: PretendPc, name: string, range?: string) {
  const path = `${ROUTES.pages}/${name}`
  return world.app.inject({ method: 'GET', url: path, headers: { ...signedHeaders(from, 'GET', path, ''), ...(range === undefined ? {} : { range }) } })
}

test('S7 a page goes on at the byte where it stopped, and is whole once its sum was read again', async () => {
  const page = newPage()
  expect(await send(frame(page, 0, 2000))).toEqual({ pages: [{ sha256: page.sha256, state: 'part', held: 2000 }] })
  expect(await heldOf(page.sha256)).toEqual({ [page.sha256]: 2000 })
  expect(await send(frame(page, 1500))).toEqual({ pages: [{ sha256: page.sha256, state: 'whole', held: 5000 }] })
  expect(await heldOf(page.sha256)).toEqual({ [page.sha256]: null })
  expect((await get(pc, page.sha256, 'bytes=4000-')).rawPayload).toEqual(page.bytes.subarray(4000))
})

test('S5 one refused page holds back no other', async () => {
  const [good, better, bad] = [newPage(), newPage(70_000), newPage()]
  const wrongLength = frame(bad, 0, 100, 'ab'.repeat(32), 50)
  const answer = await send(Buffer.concat([frame(good), frame(bad, 0, 5000, 'cd'.repeat(32)), wrongLength, frame(better, 0, 65_000), frame(better, 65_000)]))
  expect(answer['pages']).toEqual([
    { sha256: good.sha256, state: 'whole', held: 5000 },
    { sha256: 'cd'.repeat(32), state: 'refused', held: 0, code: 'sync/page-unlike' },
    { sha256: 'ab'.repeat(32), state: 'refused', held: 0, code: 'sync/page-length' },
    { sha256: better.sha256, state: 'whole', held: 70_000 },
  ])
  expect(await heldOf('cd'.repeat(32), 'ab'.repeat(32))).toEqual({ ['cd'.repeat(32)]: 0, ['ab'.repeat(32)]: 0 })
})

test('half a page and then silence keeps what came', async () => {
  const page = newPage(60_000)
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = world.app.server.address() as AddressInfo
  const gone = new Promise<void>(resolve => {
    const asked = httpRequest({
      host: '127.0.0.1', port, method: 'POST', path: ROUTES.pages,
      headers: { 'content-type': 'application/octet-stream', ...signedHeaders(pc, 'POST', ROUTES.pages, '') },
    })
    asked.on('error', () => resolve()).on('close', () => resolve())
    asked.write(frame(page).subarray(0, 30_000), () => setTimeout(() => asked.destroy(), 200))
  })
  await gone
  await expect.poll(async () => ((await heldOf(page.sha256)) as Record<string, number>)[page.sha256], { timeout: 20_000 }).toBe(30_000 - 52)
})

test('a name that is no sum, a path, a wrong length and a stranger get their own refusals, and nothing is stored', async () => {
  const page = newPage()
  await send(frame(page))
  const put = async (name: string, query: string) => {
    const path = `${ROUTES.pages}/${name}${query}`
    const answer = await world.app.inject({
      method: 'PUT', url: path, payload: page.bytes, headers: { 'content-type': 'application/octet-stream', ...signedHeaders(pc, 'PUT', path, '') },
    })
    return [answer.statusCode, answer.json<Record<string, unknown>>()['code']]
  }
  expect(await put('no-sum', '?bytes=5000')).toEqual([400, 'sync/page-name'])
  expect(await put('..%2f..%2fkeys%2fcity', '?bytes=5000')).toEqual([400, 'sync/page-name'])
  expect(await put('ef'.repeat(32), '?bytes=5000')).toEqual([422, 'sync/page-unlike'])
  expect(await put('ef'.repeat(32), '?bytes=10')).toEqual([422, 'sync/page-length'])
  expect(await put(page.sha256, '?bytes=5000&offset=-1')).toEqual([422, 'sync/page-length'])
  expect((await ask(world.app, pc, ROUTES.pageStatus, { pages: ['../x'] })).status).toBe(400)
  expect((await get(pc, page.sha256)).statusCode).toBe(200)
  expect((await get(stranger, page.sha256)).statusCode).toBe(404)
  await ask(world.app, stranger, ROUTES.pageStatus, { pages: [page.sha256] })
  expect((await get(stranger, page.sha256)).statusCode).toBe(404)
})

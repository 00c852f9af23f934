import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { THE_CITY } from '../../server/admin/city-role.ts'
import { issueCode } from '../../server/admin/issue-code.ts'
import { enrolDevice } from '../../server/sync/enrol-device.ts'
import { frameHead } from '../../shared/sync/frames.ts'
import { openTestCity, type TestCity } from '../../tests/builders/city.ts'
import { pretendPc, type PretendPc } from '../../tests/builders/pretend-pc.ts'
import { sha256 } from '../journal/sha256.ts'
import { openFetchBack } from '../pages/fetch-back.ts'
import { openPageStore } from '../pages/page-store.ts'
import { openPagesAtCity } from './fetch-page.ts'
import { openCityHttps } from './transports/city-https.ts'

const now = (): number => Date.parse('2026-11-25T02:00:00.000Z')
let world: TestCity
let address: string
let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fetch-'))
  world = await openTestCity()
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${String((world.app.server.address() as AddressInfo).port)}`
})
afterAll(async () => {
  await world.close()
  await rm(root, { recursive: true })
})

async function admitted(device: string, unit: string): Promise<PretendPc> {
  const code = await issueCode(world.city, THE_CITY, { unit, desk: 'Quầy 1' })
  const made = pretendPc(device)
  if (!code.ok || !(await enrolDevice(world.city, made.enrolBy(code.value.code))).ok) throw new Error('Not admitted')
  return made
}

function atCity({ device, sign }: PretendPc, city = address) {
  return openPagesAtCity({ city: () => ({ address: city }), device, sign, now })
}

test('a page dropped here comes back from the city, whole, and only to its own unit', async () => {
  const pc = await admitted('pc-one', '31120')
  const colleague = await admitted('pc-two', '31120')
  const stranger = await admitted('pc-far', '31147')
  const page = randomBytes(10_000)
  const name = sha256(page)
  const road = openCityHttps({ address, device: pc.device, sign: pc.sign, now })
  const head = frameHead({ sha256: name, offset: 0, pageBytes: page.length, pieceBytes: page.length })
  const sent = await road.sendFrames((async function* () { yield await Promise.resolve(Buffer.concat([head, page])) })())
  road.close()
  expect(sent).toMatchObject({ ok: true, value: { pages: [{ state: 'whole' }] } })

  const hers = atCity(colleague)
  expect([await hers.wouldGive(name, page.length), await hers.wouldGive(name, page.length - 1)]).toEqual([true, false])
  expect([await atCity(stranger).wouldGive(name, page.length), await atCity(stranger).fetch(name)]).toEqual([false, undefined])
  const store = await openPageStore(root)
  const bring = openFetchBack({ store, fetch: atCity(colleague).fetch })
  expect(await Promise.all([bring(name), bring(name)])).toEqual([true, true])
  expect([store.has(name), await store.isTrue(name)]).toEqual([true, true])
  await store.drop(name)
  expect([store.has(name), store.keptAt(name), await bring(name)]).toEqual([false, undefined, true])
})

test('without a line, a city or such a page there is none, and nothing is thrown', async () => {
  const pc = pretendPc('pc-alone')
  const none = openPagesAtCity({ city: () => undefined, device: pc.device, sign: pc.sign, now })
  expect([await none.fetch('a'.repeat(64)), await none.wouldGive('a'.repeat(64), 5)]).toEqual([undefined, false])
  expect(await atCity(pc, 'http://127.0.0.1:9').fetch('a'.repeat(64))).toBeUndefined()
  expect(await atCity(pc).fetch('a'.repeat(64))).toBeUndefined()
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { THE_CITY } from '../../server/admin/city-role.ts'
import { issueCode } from '../../server/admin/issue-code.ts'
import { revokeDevice } from '../../server/admin/revoke-device.ts'
import { failure, success } from '../../shared/base/result.ts'
import { letterboxOf } from '../../shared/offices/city-acts.ts'
import { receivedActs } from '../../tests/builders/city-acts.ts'
import { openTestCity, type TestCity } from '../../tests/builders/city.ts'
import { pretendPc } from '../../tests/builders/pretend-pc.ts'
import { syncPc, type SyncPc } from '../../tests/builders/sync-pc.ts'
import { runRound } from './round.ts'
import type { RoundTools } from './round-tools.ts'
import type { Transport } from './transports/transport.ts'

const AT = '2026-11-25T02:00:00.000Z'
const UNIT = '31120'

let world: TestCity
let address: string

beforeEach(async () => {
  world = await openTestCity()
  address = await world.app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(() => world.close())

async function admitted(device: string, more: Partial<RoundTools> = {}): Promise<SyncPc> {
  const code = await issueCode(world.city, THE_CITY, { unit: UNIT, desk: 'Quầy 1' })
  if (!code.ok) throw new Error(code.problem.code)
  const here = syncPc(pretendPc(device), { address, cityKey: world.city.keys.publicKey, more })
  const enrolled = await here.road.enrol(here.pc.enrolBy(code.value.code))
  if (!enrolled.ok) throw new Error(enrolled.problem.code)
  return here
}

const atCity = async (device: string): Promise<readonly string[]> => (await world.city.record.read(device, 0, 1e9)).map(({ line }) => line)

test('S2 two desks of a unit hold each other’s lines, the letterbox, and what the city confirmed', async () => {
  const [one, other] = [await admitted('pc-one'), await admitted('pc-other')]
  one.write(receivedActs(1, AT), AT)
  other.write(receivedActs(2, AT), AT)
  expect((await runRound(one.tools)).end).toEqual({ state: 'done' })
  expect((await runRound(other.tools)).end).toEqual({ state: 'done' })
  expect((await runRound(one.tools)).end).toEqual({ state: 'done' })
  expect(one.tools.logs.heads()).toEqual(other.tools.logs.heads())
  expect([one.tools.confirmed('pc-one'), one.tools.confirmed('pc-other')]).toEqual([1, 1])
  expect(await atCity('pc-one')).toEqual(one.lines.get('pc-one'))
  expect(one.lines.get(letterboxOf(UNIT))).toEqual(await atCity(letterboxOf(UNIT)))
})

test('S9 nothing changed is one request of at most 2 KB', async () => {
  const one = await admitted('pc-one')
  for (let nth = 1; nth <= 50; nth += 1) one.write(receivedActs(nth, AT), AT)
  await runRound(one.tools)
  const before = one.road.traffic()
  expect((await runRound(one.tools)).end).toEqual({ state: 'done' })
  const after = one.road.traffic()
  expect(after.requests - before.requests).toBe(1)
  expect(after.sentBytes + after.receivedBytes - before.sentBytes - before.receivedBytes).toBeLessThan(1000)
})

test('a round cut at any request goes on at the next, and nothing is there twice', async () => {
  for (let cutAt = 1; cutAt <= 4; cutAt += 1) {
    const one = await admitted(`pc-cut-${String(cutAt)}`)
    for (let nth = 1; nth <= 5; nth += 1) one.write(receivedActs(cutAt * 100 + nth, AT), AT)
    let asked = 0
    const city = answersLost(one.road, () => (asked += 1) === cutAt)
    await runRound({ ...one.tools, city })
    expect((await runRound({ ...one.tools, city })).end).toEqual({ state: 'done' })
    expect(await atCity(one.pc.device)).toEqual(one.lines.get(one.pc.device))
    expect(one.tools.confirmed(one.pc.device)).toBe(5)
  }
})

/** Every question arrives; the answers to some are lost. */
function answersLost(road: Transport, isLost: () => boolean): RoundTools['city'] {
  const lossy = <Q, A>(ask: (question: Q) => Promise<A>) => async (question: Q) => {
    const answer = await ask(question)
    return isLost() ? failure({ code: 'sync/unreachable' }) : answer
  }
  return {
    exchange: lossy(road.exchange), push: lossy(road.push), pull: lossy(road.pull), giveBack: lossy(road.giveBack),
    pageStatus: lossy(road.pageStatus),
    sendFrames: road.sendFrames,
  }
}

test('J9 the city holds another line under this number: the folder is a copy', async () => {
  const one = await admitted('pc-one')
  one.write(receivedActs(1, AT), AT)
  await runRound(one.tools)
  const copy = syncPc(one.pc, { address, cityKey: world.city.keys.publicKey })
  for (const [log, lines] of one.lines) copy.lines.set(log, [...lines])
  one.write(receivedActs(2, AT), AT)
  await runRound(one.tools)
  expect((await runRound(copy.tools)).end).toEqual({ state: 'copied', how: 'behind' })
  expect(await atCity('pc-one')).toEqual(one.lines.get('pc-one'))
})

test('S13 a pull that the brake stops leaves its log as it is, and holds back no other', async () => {
  const [one, other] = [await admitted('pc-one'), await admitted('pc-other', { mustBrake: async acts => acts.some(act => act.device === 'pc-one') })]
  one.write(receivedActs(1, AT), AT)
  await runRound(one.tools)
  const stopped = await runRound(other.tools)
  expect(stopped.refused).toMatchObject([{ id: 'pull:pc-one', what: 'pull', problem: { code: 'sync/brake' } }])
  expect([other.lines.get('pc-one'), other.lines.get(letterboxOf(UNIT))?.length]).toEqual([undefined, (await atCity(letterboxOf(UNIT))).length])
})

test('S13 lines not signed by the pinned city are not taken', async () => {
  const here = syncPc((await admitted('pc-one')).pc, { address, cityKey: pretendPc('pc-x').publicKey })
  const { refused } = await runRound(here.tools)
  expect(refused).toMatchObject([{ what: 'pull', problem: { code: 'sync/city-unlike' } }])
  expect([...here.lines]).toEqual([])
})

test('S13 a city that lost what it confirmed gets it again', async () => {
  const one = await admitted('pc-one', { confirmed: () => 1 })
  one.write(receivedActs(1, AT), AT)
  const result = await runRound(one.tools)
  expect([result.isCityBehind, result.pushedLines]).toEqual([true, 1])
  expect(result.refused).toMatchObject([{ id: 'city-behind' }])
})

test('U4 a revoked PC hands over what the city never got, once', async () => {
  let until = 0
  const one = await admitted('pc-one', {
    carried: { devices: () => [], until: () => until, note: async (_, seq) => { until = seq } },
  })
  one.write(receivedActs(1, AT), AT)
  await revokeDevice(world.city, THE_CITY, { unit: UNIT, device: 'pc-one', reason: 'Mất máy' })
  for (let times = 0; times < 2; times += 1) {
    expect(await runRound(one.tools)).toMatchObject({ end: { state: 'stuck', problem: { code: 'sync/device-revoked' } }, refused: [{ what: 'device' }] })
  }
  const kept: unknown[] = []
  for await (const { lines, reason } of world.city.record.quarantined()) kept.push([lines, reason])
  expect(kept).toEqual([[one.lines.get('pc-one'), 'sync/device-revoked']])
})

test('S6 a new receipt goes beside a stream of pages', async () => {
  let isSending = true
  let letGrow = (): void => undefined
  const one = await admitted('pc-one', {
    pages: {
      areWaiting: () => isSending,
      sendSome: async () => {
        one.write(receivedActs(1, AT), AT)
        letGrow()
        while ((await atCity('pc-one')).length === 0) await new Promise(resolve => { setImmediate(resolve) })
        isSending = false
        return success({ wholePages: 0, refused: [] })
      },
    },
    grown: () => new Promise(resolve => { letGrow = resolve }),
  })
  expect((await runRound(one.tools)).end).toEqual({ state: 'done' })
  expect(one.tools.confirmed('pc-one')).toBe(1)
})

import { expect, onTestFinished, test } from 'vitest'
import { failure } from '../../../shared/base/result.ts'
import { makeKey, peerOf } from '../../lan/line.fixture.ts'
import type { RawPage, Waiting } from '../drivers/driver.ts'
import { openDesk, page, SCANNER, scanFeeder, textOf, WISH, type MadeDesk } from './lending.fixture.ts'
import type { LendingParts } from './lending.ts'

const KEYS = ['pc-lends', 'pc-one', 'pc-two'].map(makeKey)
const [LENDER = makeKey(''), ONE = LENDER, TWO = LENDER] = KEYS
const PEERS = KEYS.map(peerOf)
/** Long enough for a machine that is busy with other things. */
const soon = (look: () => unknown) => expect.poll(look, { timeout: 20_000 })
const never = new AbortController().signal

async function open(...args: Parameters<typeof openDesk>): Promise<MadeDesk> {
  const desk = await openDesk(...args)
  onTestFinished(desk.lending.stop)
  return desk
}

async function lenderWith(more: Partial<LendingParts>): Promise<MadeDesk & { address: string }> {
  const lender = await open(LENDER, () => PEERS, { own: () => SCANNER, ...more })
  expect(await lender.lending.lend(true)).toEqual({ ok: true, value: null })
  return { ...lender, address: `127.0.0.1:${String(lender.lending.port())}` }
}

async function drain(
  { lending }: MadeDesk, wish: object = {}, onSide?: (side: RawPage) => unknown,
): Promise<{ readonly texts: readonly string[]; readonly end: unknown }> {
  const listed = await lending.driver.list(never)
  const scanner = listed.ok ? listed.value[0] : undefined
  if (scanner === undefined) throw new Error('nobody lends a scanner')
  const sides = lending.driver.scan(scanner, { ...WISH, ...wish }, never)
  const texts: string[] = []
  for (;;) {
    const step = await sides.next()
    if (step.done === true) return { texts, end: step.value }
    texts.push(textOf(step.value))
    await onSide?.(step.value)
  }
}

const EMPTY = { ok: true, value: { reason: 'stack-empty' } }

test('a desk scans on the scanner of another one, and nothing stays there', async () => {
  const lender = await lenderWith({ scan: () => scanFeeder(['a', 'b', 'c'].map(page)) })
  const desk = await open(ONE, () => PEERS)
  expect(await desk.lending.addByAddress(lender.address)).toEqual({
    ok: true, value: { ...SCANNER, id: 'lent:pc-lends', driver: 'lent', lentBy: 'Quầy pc-lends' },
  })
  expect(await drain(desk)).toEqual({ texts: ['a', 'b', 'c'], end: EMPTY })
  await soon(() => lender.lending.waiting()).toEqual([])
  expect([...lender.bugs, ...desk.bugs]).toEqual([])
})

test('each desk gets its own stack, and who waits sees whose turn it is', async () => {
  const stacks: Record<string, RawPage[]> = { one: ['one 1', 'one 2', 'one 3'].map(page), two: ['two 1', 'two 2'].map(page) }
  const lender = await lenderWith({ scan: (_, { resolution }) => scanFeeder(stacks[resolution === 200 ? 'one' : 'two'] ?? []) })
  const [one, two] = [await open(ONE, () => PEERS), await open(TWO, () => PEERS)]
  await one.lending.addByAddress(lender.address)
  await two.lending.addByAddress(lender.address)
  const waited: (Waiting | null)[] = []
  const own = await lender.lending.takeTurn(never, () => undefined, 4)
  const both = Promise.all([drain(one), drain(two, { resolution: 300, onWait: (waiting: Waiting | null) => { waited.push(waiting) } })])
  await soon(() => waited).toEqual([{ by: 'Quầy pc-lends', sheetsLeft: 4 }])
  own?.(false)
  expect(await both).toEqual([{ texts: ['one 1', 'one 2', 'one 3'], end: EMPTY }, { texts: ['two 1', 'two 2'], end: EMPTY }])
  expect(waited.at(-1)).toBe(null)
})

test('what a desk did not get before it was closed comes later, to the batch it was for', async () => {
  const lender = await lenderWith({ scan: () => scanFeeder(['1', '2', '3', '4'].map(page)) })
  const desk = await open(ONE, () => PEERS)
  await desk.lending.addByAddress(lender.address)
  // The program is closed while the second side is being written: nobody says any more that it is durable.
  let got = 0
  const hangs = (): unknown => (got += 1) === 2 && new Promise(() => undefined)
  void drain(desk, { batch: 'stack-7' }, hangs)
  await soon(() => lender.lending.waiting()).toMatchObject([{ desk: 'Quầy pc-one', sides: 3, since: '2026-11-25T02:00:00.000Z' }])
  await desk.lending.stop()
  const again = await open(ONE, () => PEERS, { root: desk.root })
  await soon(() => again.late.map(({ batch, text }) => `${batch} ${text}`)).toEqual(['stack-7 2', 'stack-7 3', 'stack-7 4'])
  await soon(() => lender.lending.waiting()).toEqual([])
})

test('a lender that is started again in the middle of a stack goes on with the next side, for that desk first', async () => {
  const feeder = Array.from({ length: 6 }, (_, n) => page(`sheet ${String(n + 1)}`))
  // The first lender hangs at the fourth sheet, as one that was killed.
  const first = await openDesk(LENDER, () => PEERS, { own: () => SCANNER, scan: async function* () {
    for (let n = 0; n < 3; n += 1) yield feeder.shift() ?? page('')
    return new Promise(() => undefined)
  } })
  await first.lending.lend(true)
  const desk = await open(ONE, () => PEERS)
  await desk.lending.addByAddress(`127.0.0.1:${String(first.lending.port())}`)
  const scanned = drain(desk)
  await soon(() => feeder.length).toBe(3)
  const port = first.lending.port() ?? 0
  void first.lending.stop()
  const other = await open(TWO, () => PEERS)
  const second = await open(LENDER, () => PEERS, { root: first.root, own: () => SCANNER, scan: () => scanFeeder(feeder), tuning: { port } })
  expect(second.lending.lends()).toBe(true)
  await other.lending.addByAddress(`127.0.0.1:${String(port)}`)
  const [mine, others] = await Promise.all([scanned, drain(other)])
  expect(mine).toEqual({ texts: [1, 2, 3, 4, 5, 6].map(n => `sheet ${String(n)}`), end: EMPTY })
  expect(others).toEqual({ texts: [], end: EMPTY })
})

test('a jam keeps the turn for the rest of the stack', async () => {
  const order: string[] = []
  const lender = await lenderWith({ scan: async function* (_, { resolution }) {
    order.push(String(resolution))
    await Promise.resolve()
    yield page(String(resolution))
    return order.length === 1 ? { ok: false, problem: { code: 'scan/jam', scanner: 'x', sheets: 1 } } : { ok: true, value: { reason: 'stack-empty' } }
  } })
  const [one, two] = [await open(ONE, () => PEERS), await open(TWO, () => PEERS)]
  await one.lending.addByAddress(lender.address)
  await two.lending.addByAddress(lender.address)
  expect(await drain(one)).toEqual({ texts: ['200'], end: { ok: false, problem: { code: 'scan/jam', scanner: 'Máy quét một', sheets: 1 } } })
  const waited: (Waiting | null)[] = []
  const others = drain(two, { resolution: 300, onWait: (waiting: Waiting | null) => { waited.push(waiting) } })
  await soon(() => waited).toEqual([{ by: 'Quầy pc-one', sheetsLeft: null }])
  await drain(one, { resolution: 150 })
  await others
  expect(order).toEqual(['200', '150', '300'])
})

test('stopping a stack ends it at the sheet it is at, and nothing more comes', async () => {
  const lender = await lenderWith({ scan: (_, __, signal) => scanFeeder(Array.from({ length: 5000 }, (_, n) => page(String(n))), signal) })
  const desk = await open(ONE, () => PEERS)
  await desk.lending.addByAddress(lender.address)
  const stopper = new AbortController()
  const listed = await desk.lending.driver.list(never)
  const sides = desk.lending.driver.scan((listed.ok ? listed.value[0] : undefined) ?? SCANNER, WISH, stopper.signal)
  let count = 0
  for (;;) {
    const step = await sides.next()
    if (step.done === true) {
      expect(step.value).toEqual({ ok: true, value: { reason: 'cancelled' } })
      break
    }
    count += 1
    if (count === 3) stopper.abort()
  }
  expect(count).toBeLessThan(5000)
  await soon(() => lender.lending.waiting()).toEqual([])
})

test('a lender that stays away is told in words', async () => {
  const lender = await lenderWith({})
  const desk = await open(ONE, () => PEERS, { tuning: { giveUp: 300 } })
  await desk.lending.addByAddress(lender.address)
  const listed = await desk.lending.driver.list(never)
  await lender.lending.stop()
  const sides = desk.lending.driver.scan((listed.ok ? listed.value[0] : undefined) ?? SCANNER, WISH, never)
  expect(await sides.next()).toEqual({ done: true, value: { ok: false, problem: { code: 'scan/offline', scanner: 'Máy quét một', sheets: 0 } } })
})

test('going on with a stack brings first what was left of it, then what comes now', async () => {
  const stacks = [['1', '2', '3'], ['4', '5']].map(stack => stack.map(page))
  const lender = await lenderWith({ scan: () => scanFeeder(stacks.shift() ?? []) })
  const desk = await open(ONE, () => PEERS)
  await desk.lending.addByAddress(lender.address)
  void drain(desk, { batch: 'stack-7' }, () => new Promise(() => undefined))
  await soon(() => lender.lending.waiting()).toMatchObject([{ desk: 'Quầy pc-one', sides: 3, since: '2026-11-25T02:00:00.000Z' }])
  await desk.lending.stop()
  const again = await openDesk(ONE, () => PEERS, { root: desk.root })
  onTestFinished(again.lending.stop)
  const order: string[] = []
  const scanned = await drain(again, { batch: 'stack-7' }, side => order.push(textOf(side)))
  expect([...again.late.map(({ text }) => text), ...order]).toEqual(['1', '2', '3', '4', '5'])
  expect(scanned.end).toEqual(EMPTY)
})

test('pages of a desk that never comes back are told, and can be taken over once; its desk then finds nothing', async () => {
  const told: number[] = []
  const feeder = ['1', '2', '3'].map(page)
  const lender = await lenderWith({
    scan: () => scanFeeder(feeder), tuning: { collectEvery: 50 }, onLeft: () => { told.push(left().length) },
  })
  const left = () => lender.lending.waiting().filter(({ isLeft }) => isLeft)
  const desk = await open(ONE, () => PEERS)
  await desk.lending.addByAddress(lender.address)
  const listed = await desk.lending.driver.list(never)
  const sides = desk.lending.driver.scan((listed.ok ? listed.value[0] : undefined) ?? SCANNER, { ...WISH, batch: 'stack-7' }, never)
  for (const _ of [1, 2]) await sides.next()
  await soon(() => lender.lending.waiting()).toMatchObject([{ desk: 'Quầy pc-one', sides: 2, isLeft: false }])
  const { run = '' } = lender.lending.waiting()[0] ?? {}
  // While its desk holds the line nobody else gets it.
  expect(await lender.lending.takeOver(run, () => Promise.reject(new Error('Taken')))).toBe(false)
  await sides.return(failure({ code: 'scan/failed', scanner: '', sheets: 2 }))
  await desk.lending.stop()
  await soon(left).toMatchObject([{ run, desk: 'Quầy pc-one', sides: 2 }])
  expect(told).toEqual([1])

  const taken: string[] = []
  const take = (raw: RawPage): Promise<void> => Promise.resolve(void taken.push(`${String(raw.name)} ${textOf(raw)}`))
  await expect(lender.lending.takeOver(run, () => Promise.reject(new Error('Full')))).rejects.toThrow('Full')
  expect(await lender.lending.takeOver(run, take)).toBe(true)
  expect(taken).toEqual([`${run}-2 2`, `${run}-3 3`])
  expect(lender.lending.waiting()).toEqual([])
  expect(await lender.lending.takeOver(run, take)).toBe(false)
  const again = await open(ONE, () => PEERS, { root: desk.root })
  expect(await drain(again, { batch: 'stack-7' })).toEqual({ texts: [], end: EMPTY })
  expect(again.late).toEqual([])
})

test('a PC without a unit lends to nobody, and no address leads anywhere else', async () => {
  const lender = await open(LENDER, () => [], { own: () => SCANNER })
  await lender.lending.lend(true)
  const desk = await open(ONE, () => PEERS)
  expect(await desk.lending.addByAddress(`127.0.0.1:${String(lender.lending.port())}`)).toEqual({ ok: false, problem: { code: 'lend/unknown-desk' } })
  expect(await desk.lending.addByAddress('127.0.0.1:1')).toEqual({ ok: false, problem: { code: 'lend/unreachable' } })
  expect(await desk.lending.addByAddress('../../etc')).toEqual({ ok: false, problem: { code: 'lend/unreachable' } })
})

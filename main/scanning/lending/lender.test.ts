import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeKey, peerOf, QUICK } from '../../lan/line.fixture.ts'
import { callDesk, type Line } from '../../lan/line.ts'
import type { Peer } from '../../lan/peers.ts'
import { openDesk, page, SCANNER, scanFeeder, WISH } from './lending.fixture.ts'

const LENDER = makeKey('pc-lends')
const ONE = makeKey('pc-one')
const TWO = makeKey('pc-two')

async function world(peers: () => readonly Peer[] = () => [ONE, TWO].map(peerOf)) {
  let scans = 0
  const lender = await openDesk(LENDER, peers, {
    own: () => SCANNER,
    scan: () => {
      scans += 1
      return scanFeeder(['a', 'b'].map(page))
    },
  })
  onTestFinished(lender.lending.stop)
  await lender.lending.lend(true)
  const call = async (key: typeof ONE): Promise<Line> => {
    const called = await callDesk({
      key, peers: () => [peerOf(LENDER)], patience: QUICK, host: '127.0.0.1', port: lender.lending.port() ?? 0,
    })
    if (!called.ok) throw new Error(called.problem.code)
    return called.value
  }
  return { lender, call, scans: () => scans }
}

const { source, resolution, colour, ownSettings } = WISH
const runAsk = (run: string, have = 0) => ({ ask: 'run', run, batch: 'b', have, wish: { source, resolution, colour, ownSettings } })

async function hear(line: Line, count: number): Promise<readonly unknown[]> {
  const heads: unknown[] = []
  for (; heads.length < count;) {
    const frame = await line.channel.next()
    if (frame === null) return [...heads, 'closed']
    heads.push(frame.head)
  }
  return heads
}

test('a run of another desk is told like one that never was', async () => {
  const { call, lender } = await world()
  const [one, two] = [await call(ONE), await call(TWO)]
  const run = randomBytes(16).toString('hex')
  await one.channel.send(runAsk(run))
  expect(await hear(one, 2)).toMatchObject([{ tell: 'turn' }, { tell: 'side', n: 1 }])
  for (const ask of ['collect', 'stop', 'done', 'have']) await two.channel.send({ ask, run, n: 2 })
  await two.channel.send(runAsk(run))
  await two.channel.send({ ask: 'left' })
  expect(await hear(two, 6)).toEqual([...Array<unknown>(5).fill({ tell: 'gone', run }), { tell: 'left', runs: [] }])
  expect(lender.lending.waiting()).toMatchObject([{ desk: 'Quầy pc-one', sides: 2 }])
})

test('a run that is asked for again is not scanned again', async () => {
  const { call, scans } = await world()
  const run = randomBytes(16).toString('hex')
  const first = await call(ONE)
  await first.channel.send(runAsk(run))
  expect(await hear(first, 2)).toMatchObject([{ tell: 'turn' }, { tell: 'side', n: 1 }])
  first.channel.close()
  const again = await call(ONE)
  await again.channel.send(runAsk(run, 1))
  expect(await hear(again, 1)).toMatchObject([{ tell: 'side', n: 2 }])
  await again.channel.send({ ask: 'have', run, n: 2 })
  expect(await hear(again, 1)).toMatchObject([{ tell: 'end', end: { reason: 'stack-empty' } }])
  await again.channel.send({ ask: 'done', run })
  // Sides were had, and the run is gone: whatever lies in the feeder now is somebody else's.
  await again.channel.send(runAsk(run, 2))
  expect(await hear(again, 1)).toEqual([{ tell: 'gone', run }])
  expect(scans()).toBe(1)
})

test('names that lead elsewhere and words nobody agreed on end the line', async () => {
  const { call, lender } = await world()
  const asks = [
    runAsk('../../../../etc/passwd-000000000'), runAsk('A'.repeat(32)), { ...runAsk('a'.repeat(32)), wish: {} }, { ask: 'collect', run: '..' },
    { ask: 'everything' }, { ...runAsk('a'.repeat(32)), have: -1 }, {},
  ]
  for (const ask of asks) {
    const line = await call(ONE)
    await line.channel.send(ask)
    expect(await hear(line, 1)).toEqual(['closed'])
  }
  expect(readdirSync(join(lender.root, 'lent'))).toEqual(['settings.json'])
  expect(lender.bugs).toEqual([])
})

test('a device that is withdrawn while its line is open hears nothing more', async () => {
  let peers: readonly Peer[] = [peerOf(ONE)]
  const { call, scans } = await world(() => peers)
  const line = await call(ONE)
  await line.channel.send({ ask: 'scanners' })
  expect(await hear(line, 1)).toMatchObject([{ tell: 'scanners' }])
  peers = []
  await line.channel.send(runAsk('a'.repeat(32)))
  expect(await hear(line, 1)).toEqual(['closed'])
  expect(scans()).toBe(0)
})

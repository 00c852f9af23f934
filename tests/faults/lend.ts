import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDeviceKey } from '../../main/sealing/device-key.ts'
import { seededRandom } from '../builders/random.ts'
import { makeFeeder } from './lend-feeder.ts'
import type { FromPc, PcSetUp, ToPc } from './lend-pc.ts'
import type { Rig } from './rig.ts'

const LENDER = 'pc-lender'
const DESKS = ['pc-one', 'pc-two']
/** Longer than a PC needs to be there again. */
const KEEP_TURN_MS = 30_000

/**
 * Two desks at once over one PC that lends its scanner, which is killed at random moments, and now and then a desk with it.
 *
 * Every sheet says whose it is; at the end each lies in the batch of the desk it belongs to, once. Its `runs` are pages.
 */
export const lend: Rig = async ({ runs: pages, seed, say }) => {
  const random = seededRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'lend-'))
  const rootOf = (device: string): string => join(folder, device)
  const peers = await Promise.all([LENDER, ...DESKS].map(async device =>
    ({ device, desk: device, publicKey: (await openDeviceKey(rootOf(device), device)).publicKey })))
  const feeder = makeFeeder(random)
  const running = new Map<string, ChildProcess>()
  const stacks = new Map<string, string>()
  let [given, nth, kills, bugs, port] = [0, 0, 0, 0, 0]

  async function start(device: string): Promise<void> {
    const setUp: PcSetUp = {
      root: rootOf(device), device, peers: peers.filter(peer => peer.device !== device), keepTurn: KEEP_TURN_MS,
      lender: device === LENDER ? null : `127.0.0.1:${String(port)}`,
    }
    const pc = fork(join(import.meta.dirname, 'lend-pc.ts'), [JSON.stringify(setUp)])
    running.set(device, pc)
    const hear = (told: FromPc): void => { if (running.get(device) === pc) answer(device, pc, told) }
    const ready = new Promise<void>(resolve => {
      pc.once('exit', resolve)
      pc.on('message', (told: FromPc) => {
        if (told.is === 'ready') resolve()
        hear(told)
      })
    })
    await ready
  }

  function answer(device: string, pc: ChildProcess, told: FromPc): void {
    switch (told.is) {
      case 'ready':
        if (device === LENDER) port = told.port
        else nextStack(device, pc)
        return
      case 'turn': return feeder.load(told.batch)
      case 'ended': return nextStack(device, pc)
      case 'next-sheet':
        void feed(pc)
        return
      case 'bug':
        bugs += 1
        say(`${device}: ${told.words}`)
    }
  }

  /** A sheet takes its time; a feeder that is empty is looked at again, for the clerk may be on the way to it. */
  async function feed(pc: ChildProcess): Promise<void> {
    await pause(random.between(5, 40))
    let sheet = running.get(LENDER) === pc ? feeder.next() : null
    for (let tries = 0; sheet === null && tries < 20 && running.get(LENDER) === pc; tries += 1) {
      await pause(25)
      if (running.get(LENDER) === pc) sheet = feeder.next()
    }
    send(pc, { sheet })
  }

  /** The rest of the stack that was begun, or a new one. */
  function nextStack(device: string, pc: ChildProcess): void {
    let batch = stacks.get(device)
    if (batch === undefined || feeder.left(batch) === 0) {
      const sheets = Math.min(random.between(3, 25), pages - given)
      if (sheets <= 0) return
      given += sheets
      batch = `${device}-${String(nth += 1)}`
      stacks.set(device, batch)
      feeder.newStack(batch, sheets)
    }
    send(pc, { scan: batch, sheets: feeder.left(batch) })
  }

  async function kill(device: string): Promise<void> {
    const pc = running.get(device)
    running.delete(device)
    if (pc === undefined) return
    const dead = new Promise(resolve => { pc.once('exit', resolve) })
    pc.kill('SIGKILL')
    await dead
    if (device === LENDER) feeder.putBack(sheet => onDisk().some(({ text }) => text === sheet))
  }

  /** Whatever lies anywhere, whole: with its desk, or still with the lender. Read without any of the product's code. */
  function onDisk(): readonly { readonly at: string; readonly text: string }[] {
    const kept = DESKS.flatMap(device => filesUnder(join(rootOf(device), 'kept')).map(path => ({ at: path, text: readFileSync(path, 'utf8') })))
    const lent = filesUnder(join(rootOf(LENDER), 'lent')).filter(path => /\/\d{6}$/.test(path))
    return [...kept, ...lent.map(path => ({ at: path, text: readFileSync(path, 'utf8').split('\n').slice(1).join('\n') }))]
  }

  await start(LENDER)
  await Promise.all(DESKS.map(start))
  let nextWord = 100
  while (feeder.through().length < pages) {
    await pause(random.between(100, 2500))
    const dying = random.next() < 0.3 ? [LENDER, random.pick(DESKS)] : random.next() < 0.15 ? [random.pick(DESKS)] : [LENDER]
    await Promise.all(dying.map(kill))
    kills += dying.length
    await Promise.all(dying.map(start))
    if (feeder.through().length < nextWord) continue
    nextWord += 100
    say(`${String(feeder.through().length)} sheets through, ${String(kills)} kills, ${String(onDisk().length)} on disk`)
  }
  await untilStill(() => DESKS.flatMap(device => filesUnder(join(rootOf(device), 'kept'))).length)
  for (const pc of running.values()) pc.kill('SIGKILL')

  const arrived = onDisk().filter(({ at }) => at.includes('/kept/'))
  const placeOf = (text: string): string => text.slice(0, text.indexOf('/'))
  const misfiled = arrived.filter(({ at, text }) => !at.includes(`/${placeOf(text)}/`)).length
  const texts = new Set(arrived.map(({ text }) => text))
  const lost = feeder.through().filter(sheet => !texts.has(sheet)).length
  rmSync(folder, { recursive: true, force: true })
  return { pages: feeder.through().length, misfiled, lost, twice: arrived.length - texts.size, kills, bugs }
}

function send(pc: ChildProcess, told: ToPc): void {
  if (pc.connected) pc.send(told)
}

function filesUnder(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && !entry.name.endsWith('.part')).map(entry => join(entry.parentPath, entry.name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** What is on its way arrives; nothing new for ten seconds is the end of it. */
async function untilStill(count: () => number): Promise<void> {
  for (let [before, still] = [count(), 0]; still < 10; still += 1) {
    await pause(1000)
    const after = count()
    if (after !== before) still = -1
    before = after
  }
}

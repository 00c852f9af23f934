import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import type { Result } from '../../shared/base/result.ts'
import type { ScannerView, ScanTray } from '../../shared/bridge/scanning-api.ts'
import { scanned, someDirt } from '../builders/made-dirt.ts'
import { drawPage, makePage, type MadeKind } from '../builders/made-pages.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import { openEsclDevice } from '../fakes/escl-device.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { firstStart, signIn } from '../faults/clerk.ts'
import type { Rig } from '../faults/rig.ts'
import { percentile, rounded } from './figures.ts'
import { memoryOf } from './program-memory.ts'

const KINDS: readonly MadeKind[] = ['form', 'letter', 'form', 'table', 'faint', 'photo', 'id-card']
/** Slower than any card reader types, as fast as a clerk does. */
const BETWEEN_KEYS_MS = 120
const NAMES = ['nguyễn thị ẩm', 'trần văn bình', 'lê hoàng đức', 'phạm thị mỹ duyên']

/**
 * A stack of `runs` sheets comes from a network scanner (eSCL, A4 at 200 dots in colour) and is cleaned and kept, in the real program,
 * while somebody types names at the intake: each key from the moment the system had it until the next frame was painted.
 *
 * Memory is what all processes of the program hold (PSS), the most that was seen, looked at twice a second.
 */
export const scanTyping: Rig = async ({ runs: sheets, seed, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-scan-typing-'))
  const device = await openEsclDevice({ sheets: await madeSheets(sheets, seed) })
  const app = await launchApp(join(folder, 'desk'))
  try {
    await firstStart(app)
    await signIn(app)
    await chooseScanner(app, device.root)
    const intake = await openIntake(app, seededRandom(seed))
    const idleKeys = await intake.type(4)
    const memoryBefore = await memoryOf(app)
    const from = performance.now()
    await app.call('scanning.start', { into: null, goOn: null, instead: null })
    const memories = watchMemory(app)
    const keys: number[] = []
    let tray = await app.call<ScanTray>('scanning.tray')
    while (!isClean(tray, sheets)) {
      keys.push(...await intake.type(1))
      tray = await app.call<ScanTray>('scanning.tray')
      if (tray.run.state === 'stopped') throw new Error(`The stack stopped: ${tray.run.problem.code}`)
      say(`${String(tray.pages.filter(({ state }) => state === 'ready').length)} of ${String(sheets)} pages, ${String(keys.length)} keys`)
    }
    const seconds = (performance.now() - from) / 1000
    const memory = await memories.end()
    return {
      keyToPaintP95Ms: rounded(percentile(keys, 95)), keyToPaintMedianMs: rounded(percentile(keys, 50)),
      idleP95Ms: rounded(percentile(idleKeys, 95)),
      memoryMb: rounded(memory, 0), memoryBeforeMb: rounded(memoryBefore, 0), sheets: tray.pages.length, keys: keys.length,
      seconds: rounded(seconds), load: rounded(loadavg()[0] ?? 0),
    }
  } finally {
    await app.close()
    await device.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function madeSheets(count: number, seed: number): Promise<Buffer[]> {
  const made: Buffer[] = []
  for (let i = 0; i < count; i += 1) {
    const chance = seededRandom(seed * 1000 + i)
    const side = await scanned(await drawPage(makePage(KINDS[i % KINDS.length] ?? 'form', seed * 1000 + i)), someDirt(chance), chance)
    made.push(await sharp(side).jpeg({ quality: 85 }).toBuffer())
  }
  return made
}

async function chooseScanner(app: RunningApp, root: URL): Promise<void> {
  const found = await app.call<Result<ScannerView>>('scanning.addByAddress', root.href)
  if (!found.ok) throw new Error(`No scanner: ${found.problem.code}`)
  const chosen = await app.call<Result<null>>('scanning.choose', { scanner: found.value.id, source: 'feeder', resolution: 200, ownSettings: false })
  if (!chosen.ok) throw new Error(`Not chosen: ${chosen.problem.code}`)
}

function isClean({ run, pages }: ScanTray, sheets: number): boolean {
  return run.state === 'none' && pages.length >= sheets && pages.every(({ state }) => state !== 'coming')
}

/** Types names into the field of the applicant, anew each time; milliseconds of every key. */
async function openIntake({ page }: RunningApp, random: Random): Promise<{ readonly type: (names: number) => Promise<readonly number[]> }> {
  await page.waitForSelector('nav')
  await page.keyboard.press('Alt+2')
  await page.waitForSelector(FIELD)
  const timed = await page.evaluateHandle(timeKeys, FIELD)
  return {
    type: async names => {
      const before = await timed.evaluate(list => list.length)
      for (let i = 0; i < names; i += 1) {
        await page.focus(FIELD)
        await page.keyboard.press('Control+A')
        await page.keyboard.type(random.pick(NAMES), { delay: BETWEEN_KEYS_MS })
        await pause(BETWEEN_KEYS_MS)
      }
      return timed.evaluate((list, from) => list.slice(from), before)
    },
  }
}

const FIELD = 'input[data-field="name"]'

/** Runs in the window: the list grows by each key that changes the field. */
function timeKeys(selector: string): number[] {
  const times: number[] = []
  const field = document.querySelector<HTMLInputElement>(selector)
  let pressedAt: number | undefined
  field?.addEventListener('keydown', event => { pressedAt = event.timeStamp }, { capture: true })
  field?.addEventListener('input', event => {
    // A letter that no key has comes without one.
    const from = pressedAt ?? event.timeStamp
    pressedAt = undefined
    // A message sent in the last moment before a frame arrives right after it was painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => { times.push(performance.now() - from) }
      port2.postMessage(null)
    })
  })
  return times
}

function watchMemory(app: RunningApp): { readonly end: () => Promise<number> } {
  let [most, isOver] = [0, false]
  const watching = (async () => {
    while (!isOver) {
      most = Math.max(most, await memoryOf(app))
      await pause(500)
    }
  })()
  return {
    end: async () => {
      isOver = true
      await watching
      return most
    },
  }
}

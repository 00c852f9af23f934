import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScanTray } from '../../shared/bridge/scanning-api.ts'
import { addOldBatches } from '../builders/old-batches.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { firstStart, signIn } from '../faults/clerk.ts'
import type { Rig } from '../faults/rig.ts'
import { percentile, rounded } from './figures.ts'

const MOVES = 120
const TAKEN_OUT = 20
/** As fast as a key repeats that is held down. */
const BETWEEN_KEYS_MS = 40

/**
 * A tray of `runs` pages in the real window: moving from page to page with the arrows, and taking pages out, each key from the moment
 * the system had it until the frame with its effect was painted.
 */
export const tray: Rig = async ({ runs: pages, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-tray-'))
  const data = join(folder, 'desk')
  await addOldBatches(data, { batches: Math.ceil(pages / SIDES), sides: SIDES, from: Date.now() - 86_400_000 })
  say('the stacks lie in the folder')
  const app = await launchApp(data)
  try {
    await firstStart(app)
    await signIn(app)
    const opened = await openTray(app)
    const moves = await timeMoves(app, 'ArrowRight', MOVES)
    say(`${String(moves.length)} moves`)
    const rows = await timeMoves(app, 'ArrowDown', MOVES)
    const taken: number[] = []
    for (let i = 0; i < TAKEN_OUT; i += 1) taken.push(await timeTakeOut(app))
    say(`taken out after ${taken.map(ms => ms.toFixed(0)).join(', ')} ms`)
    const { pages: shown } = await app.call<ScanTray>('scanning.tray')
    return {
      pages: shown.length, openMs: rounded(opened, 0),
      moveP95Ms: rounded(percentile(moves, 95)), moveMedianMs: rounded(percentile(moves, 50)),
      rowP95Ms: rounded(percentile(rows, 95)),
      takeOutP95Ms: rounded(percentile(taken, 95)), takeOutMedianMs: rounded(percentile(taken, 50)),
      load: rounded(loadavg()[0] ?? 0),
    }
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const SIDES = 25

/** From the key until the first pages stand. */
async function openTray({ page }: RunningApp): Promise<number> {
  await page.waitForSelector('nav')
  await page.waitForTimeout(2000)
  const from = performance.now()
  await page.keyboard.press('Alt+4')
  await page.locator('.thumb').first().waitFor()
  const ms = performance.now() - from
  await page.locator('.thumb').first().focus()
  return ms
}

/** Until the frame after the cursor has moved. */
async function timeMoves({ page }: RunningApp, key: string, count: number): Promise<readonly number[]> {
  await page.locator('.thumb').first().focus()
  const timed = await page.evaluateHandle(timeFocus)
  for (let i = 0; i < count; i += 1) {
    await page.keyboard.press(key)
    await page.waitForTimeout(BETWEEN_KEYS_MS)
  }
  await page.waitForTimeout(1000)
  return timed.evaluate(list => list)
}

/** Runs in the window: the list grows by each key that moves the cursor. */
function timeFocus(): number[] {
  const times: number[] = []
  let pressedAt: number | undefined
  window.addEventListener('keydown', event => { pressedAt = event.timeStamp }, { capture: true })
  window.addEventListener('focusin', () => {
    const from = pressedAt
    pressedAt = undefined
    if (from === undefined) return
    // A message sent in the last moment before a frame arrives right after it was painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => { times.push(performance.now() - from) }
      port2.postMessage(null)
    })
  })
  return times
}

/** Until the page stands among those set aside. */
async function timeTakeOut({ page }: RunningApp): Promise<number> {
  // Listened for first: a key may overtake what the window was asked before it.
  const timed = await page.evaluateHandle(timeAside)
  await page.keyboard.press('Delete')
  const ms = await timed.evaluate(({ painted }) => painted)
  await page.waitForTimeout(300)
  return ms
}

/** Runs in the window. */
function timeAside(): { readonly painted: Promise<number> } {
  let pressedAt = 0
  const asideNow = (): number => document.querySelectorAll('.heap.aside .thumb').length
  const before = asideNow()
  window.addEventListener('keydown', event => { pressedAt = event.timeStamp }, { once: true, capture: true })
  return {
    painted: new Promise(resolve => {
      const observer = new MutationObserver(() => {
        if (asideNow() === before) return
        observer.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => { resolve(performance.now() - pressedAt) }
          port2.postMessage(null)
        })
      })
      observer.observe(document.body, { childList: true, subtree: true })
    }),
  }
}

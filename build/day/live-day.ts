import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openUnitByKeyboard, signInByKeyboard } from './first-start.ts'
import { handOn, type Hand } from './hand.ts'
import { beginIntake, fillIntake } from './intake.ts'
import { nextPaper, startMachine } from './machine.ts'
import { readDay } from './read-day.ts'
import { lookAround } from './look-around.ts'
import { planDay, type PlannedVisit } from './visits.ts'

export interface DayOptions {
  /** Emptied first; gets `receipts/`, `screens/` and `data/`. */
  readonly out: string
  readonly dossiers: number
  readonly seed: number
  readonly say: (line: string) => void
}

export interface DayFigures {
  readonly dossiers: number
  readonly codes: readonly string[]
  readonly acts: number
  /** Codes the screen said were saved and the data folder does not hold, and lines of it that do not hold. */
  readonly lost: number
  readonly interactionsPerIntake: number
  /** Median from F9 to the finished PDF. */
  readonly receiptMs: number
  readonly screens: number
  readonly receipts: number
}

/** A Wednesday without a holiday, so that a same seed gives a same day: 08:30 and 15:10 in Vietnam. */
const MORNING = '2026-11-25T01:30:00.000Z'
const AFTERNOON = '2026-11-25T08:10:00.000Z'

/** Lives one day at an empty desk: first start, sign-in, visits, a pulled plug in the middle of one, and what the desk looks like after. */
export async function liveDay({ out, dossiers, seed, say }: DayOptions): Promise<DayFigures> {
  const folders = { data: join(out, 'data'), screens: join(out, 'screens'), receipts: join(out, 'receipts') }
  rmSync(out, { recursive: true, force: true })
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true })
  const papers = join(folders.data, 'papers')
  const plan = planDay(dossiers, seed)
  const day: Day = { codes: [], receiptMs: [], presses: [], knownPresses: [], papers, look: camera(folders.screens) }

  say('First start, and the clerk signs in')
  const morning = await startMachine(folders.data, MORNING)
  const hand = handOn(morning.page)
  await day.look(morning.page, 'first-start')
  await openUnitByKeyboard(morning.page, hand)
  await day.look(morning.page, 'first-start-filled')
  await hand.press('F9')
  await morning.page.waitForSelector('[role="radio"]')
  await day.look(morning.page, 'sign-in')
  await signInByKeyboard(morning.page, hand, 2)
  await day.look(morning.page, 'desk-empty')

  for (const visit of plan.morning) say(`${visit.letters}: ${await serve(morning.page, hand, visit, day)}`)

  say('The plug is pulled in the middle of an intake')
  await hand.press('F2')
  await beginIntake(morning.page, hand, plan.late)
  await day.look(morning.page, 'intake-half')
  await morning.pullPlug()

  const afternoon = await startMachine(folders.data, AFTERNOON)
  const lateHand = handOn(afternoon.page)
  await signInByKeyboard(afternoon.page, lateHand, 2)
  await day.look(afternoon.page, 'desk-after-crash')
  say(`After 15:00, from the kept draft: ${await serve(afternoon.page, lateHand, { ...plan.late, isKnown: false }, day, true)}`)
  await lookAround(afternoon.page, lateHand, day.look, day.codes[0] ?? '')
  await afternoon.close()

  cpSync(papers, folders.receipts, { recursive: true })
  const found = readDay(folders.data)
  return {
    dossiers: found.dossiers,
    codes: found.codes,
    acts: found.acts,
    lost: day.codes.filter(code => !found.codes.includes(code)).length + found.brokenLines,
    interactionsPerIntake: median(day.knownPresses.length > 0 ? day.knownPresses : day.presses),
    receiptMs: Math.round(median(day.receiptMs)),
    screens: readdirSync(folders.screens).length,
    receipts: readdirSync(folders.receipts).filter(name => name.endsWith('.pdf')).length,
  }
}

interface Day {
  readonly codes: string[]
  readonly receiptMs: number[]
  readonly presses: number[]
  readonly knownPresses: number[]
  readonly papers: string
  readonly look: (page: Page, name: string) => Promise<void>
}

/** Serves one person to the printed paper; answers what the screen said. */
async function serve(page: Page, hand: Hand, visit: PlannedVisit, day: Day, isRestored = false): Promise<string> {
  await hand.press('F2')
  hand.countAndForget()
  await fillIntake(page, hand, visit, isRestored)
  await day.look(page, `intake-${visit.outcome}`)
  const paper = nextPaper(day.papers)
  await hand.press('F9')
  const presses = hand.countAndForget()
  day.receiptMs.push(await paper)
  const said = await page.locator('main .notice', { hasText: /Đã lưu|Đã ghi việc/ }).innerText()
  const code = /[A-Z0-9]+\.[A-Z0-9.]+-\d{6}-\d{4,}/.exec(said)?.[0] ?? ''
  if (code !== '') day.codes.push(code)
  if (visit.outcome === 'receive') (visit.isKnown ? day.knownPresses : day.presses).push(presses)
  await day.look(page, `intake-saved-${visit.outcome}`)
  return `${code === '' ? visit.outcome : code}, ${String(presses)} presses`
}

/** Pictures of the window, numbered in the order they were taken. */
function camera(folder: string): Day['look'] {
  let count = 0
  return async (page, name) => {
    count += 1
    await page.screenshot({ path: join(folder, `${String(count).padStart(2, '0')}-${name}.png`) })
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

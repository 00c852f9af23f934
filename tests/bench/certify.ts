import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { cardText } from '../../build/day/intake.ts'
import { handOn, type Hand } from '../../build/day/hand.ts'
import type { Result } from '../../shared/base/result.ts'
import type { Person } from '../../shared/people/person.ts'
import { practicePeople } from '../../shared/training/practice-people.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { readBooksOnDisk } from '../faults/books-on-disk.ts'
import { firstStart, signIn } from '../faults/clerk.ts'
import type { Rig } from '../faults/rig.ts'
import { median, percentile, rounded } from './figures.ts'

/** A clerk who looks at the keys: ms from one key to the next. */
const KEY_MS = [150, 250] as const
/** Taking the next paper into the hand, ms; before each line and before the last key. */
const LOOK_MS = [700, 1_300] as const
const CLOCK = '--clock=2026-11-26T02:00:00.000Z'
const SIGNER = { name: 'Đặng Thị Lan', title: 'Phó Chủ tịch' }
/** What is typed for each paper: letters and copies. */
const BROUGHT = [
  ['gk 2', 'cc 3', 'hbthp 1'], ['bang trung hoc 2', 'hbthp 2', 'cc 1'], ['gk 1', 'bang diem 2', 'cc 2'], ['cc 2', 'gk 4', 'giay kham 1'],
] as const

/**
 * Three papers of a person the journal knows, `runs` times by a scripted typist in the real program: from the desk until the numbers,
 * which are told only once they are on disk, stand on the screen. An interaction is one key chord, one card in the reader, or one field
 * typed and confirmed with Enter; `keys` counts every single key, as `npm run day` does.
 *
 * `lastTime`: the same papers as that person's last time, taken over with one key.
 */
export const certify: Rig = async ({ runs, seed, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-certify-'))
  const app = await launchApp(folder, [CLOCK])
  try {
    await firstStart(app)
    await signIn(app)
    const people = practicePeople(runs, seed)
    for (const person of people) await wasHere(app, person)
    await nameSigner(app.page)
    const typist = typistOn(app.page, seededRandom(seed))
    const [fresh, lastTime]: [Visit[], Visit[]] = [[], []]
    for (const [run, person] of people.entries()) {
      fresh.push(await typist.serve(person, BROUGHT[run % BROUGHT.length] ?? BROUGHT[0]))
      lastTime.push(await typist.serve(person, 'last-time'))
      const took = [fresh, lastTime].map(visits => visits.at(-1)?.seconds.toFixed(1) ?? '')
      say(`${String(run + 1)} of ${String(runs)}: ${took.join(' s, as last time ')} s; load ${(loadavg()[0] ?? 0).toFixed(1)}`)
    }
    await untilPrinted(app.page)
    const { gaps, twice, numbers } = readBooksOnDisk(folder)
    const again = figuresOf(lastTime)
    return {
      papers: 3, ...figuresOf(fresh), lastTimeInteractions: again.interactions, lastTimeKeys: again.keys,
      lastTimeSecondsMedian: again.secondsMedian, lastTimeSecondsWorst: again.secondsWorst,
      runs, numbers: [...numbers.values()].flat().length, gaps, twice,
      prints: readdirSync(join(folder, 'papers')).filter(name => name.endsWith('.pdf')).length, load: rounded(loadavg()[0] ?? 0),
    }
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Visit {
  readonly seconds: number
  /** From the last key until the numbers stood there. */
  readonly savedMs: number
  readonly interactions: number
  readonly keys: number
}

function figuresOf(visits: readonly Visit[]) {
  const most = (of: (visit: Visit) => number): number => Math.max(...visits.map(of))
  const seconds = visits.map(visit => visit.seconds)
  return {
    interactions: most(({ interactions }) => interactions), keys: most(({ keys }) => keys), secondsMedian: rounded(median(seconds)),
    secondsWorst: rounded(percentile(seconds, 100)), savedMsMedian: rounded(median(visits.map(({ savedMs }) => savedMs)), 0),
  }
}

/** An earlier visit makes the person known; it is asked of the desk as the screen does. */
async function wasHere(app: RunningApp, { name, personalNumber, address }: Person): Promise<void> {
  const input = {
    person: { name, personalNumber, address }, identity: 'card-read', signer: SIGNER, payment: 'cash',
    papers: [['Giấy khai sinh', 1, 2], ['Căn cước công dân', 2, 2], ['Bảng điểm', 2, 1]].map(([paper, pageCount, copyCount]) => ({
      procedure: '2.000815', name: paper, pageCount, copyCount,
    })),
  }
  const answer = await app.call<Result<unknown>>('desk.do', { verb: 'certification/certify', input })
  if (!answer.ok) throw new Error(`Was never here: ${answer.problem.code}`)
}

/** Who signs is written once on a PC. */
async function nameSigner(page: Page): Promise<void> {
  await page.evaluate(([key, line]) => { localStorage.setItem(key, line) }, ['certification-signers', `${SIGNER.name}\t${SIGNER.title}`] as const)
  await page.reload()
  await page.waitForSelector('nav.nav')
}

function typistOn(page: Page, random: Random): { readonly serve: (person: Person, papers: readonly string[] | 'last-time') => Promise<Visit> } {
  const hand: Hand = handOn(page)
  let interactions = 0
  const chord = async (keys: string): Promise<void> => {
    await hand.press(keys)
    await pause(random.between(...KEY_MS))
    interactions += 1
  }
  const field = async (text: string): Promise<void> => {
    await pause(random.between(...LOOK_MS))
    for (const letter of text) {
      await hand.press(letter === ' ' ? 'Space' : letter)
      await pause(random.between(...KEY_MS))
    }
    await chord('Enter')
  }
  return {
    serve: async (person, papers) => {
      await hand.press('Alt+1')
      await page.waitForSelector('.tiles')
      hand.countAndForget()
      interactions = 0
      const from = performance.now()
      await chord('F4')
      await hand.beep(cardText(person))
      interactions += 1
      await pause(random.between(...KEY_MS))
      if (papers === 'last-time') {
        await pause(random.between(...LOOK_MS))
        await chord('Control+L')
      } else for (const text of papers) await field(text)
      await pause(random.between(...LOOK_MS))
      const lines = await page.locator('.lines tbody tr:not(.next)').count()
      const savedFrom = performance.now()
      await hand.press('F9')
      interactions += 1
      await page.locator('main .notice', { hasText: /Đã vào sổ số/ }).waitFor()
      const until = performance.now()
      if (lines !== 3) throw new Error(`${String(lines)} papers were entered`)
      return { seconds: (until - from) / 1000, savedMs: until - savedFrom, interactions, keys: hand.countAndForget() }
    },
  }
}

async function untilPrinted(page: Page): Promise<void> {
  await page.locator('main .notice', { hasText: /Đã in/ }).waitFor()
}

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { hash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openBatches } from '../../main/scanning/batches.ts'
import { foldBatch } from '../../main/scanning/tray-fold.ts'
import { drawPracticeSheet } from '../../main/scanning/practice-sheet.ts'
import { seededRandom } from '../builders/random.ts'
import type { Rig } from './rig.ts'
import type { Told } from './scan-desk.ts'
import { scanFaults } from './scan-faults.ts'

const RESOLUTION = 50
/** Folders begin anew now and then: a desk's day has hundreds of sheets, not a hundred thousand. */
const KILLS_A_FOLDER = 25

/**
 * SIGKILL at random moments to a PC that scans without end: real batches, pipeline and page store.
 *
 * After each kill the folder is read again: every side that was acknowledged is there, whole, once, and every page made of
 * one is what its name says. Then every trouble the pretend scanners can play.
 */
export const scan: Rig = async ({ runs, seed, say, isOver = () => false }) => {
  const random = seededRandom(seed)
  let [kills, pages, cleaned, lost, twice] = [0, 0, 0, 0, 0]
  while (kills < runs && !isOver()) {
    const folder = mkdtempSync(join(tmpdir(), 'scan-kill-'))
    const acknowledged = new Set<string>()
    let first = 1
    for (let run = 0; run < KILLS_A_FOLDER && kills < runs && !isOver(); run += 1, kills += 1) {
      // Now and then long enough for pages to be made.
      const afterMs = random.next() < 0.12 ? random.between(1500, 3500) : random.between(0, 350)
      await scanUntilKilled(folder, first, afterMs, acknowledged)
      const found = await judge(folder, acknowledged)
      lost += found.lost
      twice += found.twice
      cleaned = Math.max(cleaned, found.cleaned)
      first = found.next
    }
    pages += acknowledged.size
    say(`${String(kills)} kills, ${String(pages)} sides acknowledged, ${String(lost)} lost, ${String(twice)} twice, ${String(cleaned)} pages made in one folder`)
    rmSync(folder, { recursive: true })
  }
  const faults = await scanFaults(say)
  return { kills, pages, lost: lost + twice + faults.lost, faultsPlayed: faults.faultsPlayed, hangs: faults.hangs }
}

/** The kill comes so many ms after the first side was acknowledged, or was about to be. */
async function scanUntilKilled(folder: string, first: number, afterMs: number, acknowledged: Set<string>): Promise<void> {
  const desk = fork(join(import.meta.dirname, 'scan-desk.ts'), [folder, String(first)])
  const gone = once(desk, 'exit')
  const begun = new Promise<void>(resolve => {
    desk.on('message', (told: Told) => {
      acknowledged.add(told.acknowledged)
      resolve()
    })
  })
  await Promise.race([begun, gone])
  await pause(afterMs)
  desk.kill('SIGKILL')
  await gone
}

interface Found {
  readonly lost: number
  readonly twice: number
  readonly cleaned: number
  /** The sheet that is put in next: the first one that is not there. */
  readonly next: number
}

async function judge(root: string, acknowledged: ReadonlySet<string>): Promise<Found> {
  const batches = await openBatches({ root, now: () => Date.now(), randomBytes })
  const sides = [...batches.lines().values()].flatMap(lines => [...foldBatch(lines).sides.values()])
  await batches.close()
  const names = sides.map(({ came }) => came.name ?? '')
  let lost = [...acknowledged].filter(name => !names.includes(name)).length
  for (const { came, cleaned } of sides) {
    const drawn = hash('sha256', drawPracticeSheet(Number(came.name?.slice('sheet-'.length)), RESOLUTION), 'hex')
    if (came.sha256 !== drawn || hash('sha256', readFileSync(batches.pathOf(came.id)), 'hex') !== drawn) lost += 1
    if (cleaned === null) continue
    const { sha256 } = cleaned.page
    if (hash('sha256', readFileSync(join(root, 'pages', sha256.slice(0, 2), sha256)), 'hex') !== sha256) lost += 1
  }
  return {
    lost, twice: names.length - new Set(names).size, cleaned: sides.filter(({ cleaned }) => cleaned !== null).length,
    next: Math.max(0, ...names.map(name => Number(name.slice('sheet-'.length)))) + 1,
  }
}

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { units } from '../../shared/units/unit.ts'
import { openTestCity } from '../builders/city.ts'
import { liveHistory, type HistoryFigures } from '../sync/history.ts'
import type { Rig } from './rig.ts'

/** Memory where there is some to be had: what is asked here is order, not how long a drive takes. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/**
 * Random histories of five PCs and more against the real routes: repeats, drops, late repeats, lost answers, cut streams, clocks
 * off by up to 48 hours, copied folders and restored backups; then everything must be the same everywhere.
 *
 * One process a core; the same seed lives the same histories, however many there are.
 */
export const histories: Rig = async ({ runs, seed, say }) => {
  const processes = Math.min(availableParallelism(), Math.ceil(runs / units.length))
  const share = Math.ceil(runs / processes)
  const parts = Array.from({ length: processes }, (_, nth) => ({ from: nth * share, until: Math.min(runs, (nth + 1) * share) }))
  const figures = await Promise.all(parts.map(part => (processes === 1 ? liveHistories : liveApart)({ ...part, seed, say })))
  const total = NOTHING()
  for (const ofPart of figures) add(total, ofPart)
  return { histories: runs, ...total }
}

interface Part {
  /** The histories of these numbers, the second not among them. */
  readonly from: number
  readonly until: number
  readonly seed: number
  readonly say: (line: string) => void
}

/** Lives a part of the histories in this process: a city for as many as it has units, since none may meet another. */
export async function liveHistories({ from, until, seed, say }: Part): Promise<HistoryFigures> {
  const total = NOTHING()
  const began = performance.now()
  for (let run = from; run < until;) {
    const folder = mkdtempSync(join(FOLDER, 'histories-'))
    const world = await openTestCity({ folder })
    for (const { code } of units.slice(0, Math.min(units.length, until - run))) {
      const figures = await liveHistory(world, code, seed * 1_000_000 + run)
      run += 1
      add(total, figures)
      const { diverged, lost, twice, numbersTwice, falseGreen } = figures
      if (diverged + lost + twice + numbersTwice + falseGreen > 0) say(`history ${String(run - 1)}: ${JSON.stringify(figures)}`)
      const ms = (performance.now() - began) / (run - from)
      if ((run - from) % 100 === 0) say(`${String(run)} of ${String(from)} to ${String(until)}, ${ms.toFixed(0)} ms each`)
    }
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return total
}

/** The same in a process of its own; its last line is its figures. */
function liveApart({ from, until, seed, say }: Part): Promise<HistoryFigures> {
  const part = join(import.meta.dirname, 'histories-part.ts')
  const child = spawn(process.execPath, [part, String(from), String(until), String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let last = ''
    createInterface({ input: child.stdout }).on('line', line => {
      last = line
      if (!line.startsWith('{')) say(line)
    })
    child.once('error', reject)
    child.once('close', code => {
      if (code === 0) resolve(JSON.parse(last) as HistoryFigures)
      else reject(new Error(`A part of the histories ended with ${String(code)}`))
    })
  })
}

type Total = { -readonly [Name in keyof HistoryFigures]: number }

const NOTHING = (): Total => ({
  acts: 0, copies: 0, diverged: 0, lost: 0, twice: 0, numbersTwice: 0, falseGreen: 0, numbersTwiceAside: 0, copyWritesAside: 0,
})

function add(total: Total, figures: HistoryFigures): void {
  for (const name of Object.keys(total) as (keyof HistoryFigures)[]) total[name] += figures[name]
}

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { units } from '../../shared/units/unit.ts'
import { openTestCity } from '../builders/city.ts'
import { liveHistory, type HistoryFigures } from '../sync/history.ts'
import type { Rig } from './rig.ts'

/** Memory where there is some to be had: what is asked here is order, not how long a drive takes. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/**
 * Random histories of five PCs and more against the real routes: repeats, drops, late repeats, lost answers, cut streams, clocks
 * off by up to 48 hours, copied folders and restored backups; then everything must be the same everywhere.
 */
export const histories: Rig = async ({ runs, seed, say }) => {
  const total: Record<keyof HistoryFigures, number> = {
    acts: 0, copies: 0, diverged: 0, lost: 0, twice: 0, numbersTwice: 0, falseGreen: 0, numbersTwiceAside: 0, copyWritesAside: 0,
  }
  const from = performance.now()
  for (let run = 0; run < runs;) {
    const folder = mkdtempSync(join(FOLDER, 'histories-'))
    const world = await openTestCity({ folder })
    for (const { code } of units.slice(0, Math.min(units.length, runs - run))) {
      const figures = await liveHistory(world, code, seed * 1_000_000 + run)
      run += 1
      for (const [name, count] of Object.entries(figures) as [keyof HistoryFigures, number][]) total[name] += count
      const { diverged, lost, twice, numbersTwice, falseGreen } = figures
      if (diverged + lost + twice + numbersTwice + falseGreen > 0) say(`history ${String(run - 1)}: ${JSON.stringify(figures)}`)
      if (run % 100 === 0) say(`${String(run)} of ${String(runs)}, ${((performance.now() - from) / run).toFixed(0)} ms each`)
    }
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { histories: runs, ...total }
}

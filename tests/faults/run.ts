import { parseArgs } from 'node:util'
import { bundle } from '../../build/bundle.ts'
import { hasDisplay, runWithDisplay } from '../../build/display.ts'
import { bitRot } from './bit-rot.ts'
import { books } from './books.ts'
import { cityKill } from './city-kill.ts'
import { clock } from './clock.ts'
import { diskFull } from './disk-full.ts'
import { histories } from './histories.ts'
import { kill } from './kill.ts'
import { lend } from './lend.ts'
import { life } from './life.ts'
import { numbers } from './numbers.ts'
import type { Rig } from './rig.ts'
import { scan } from './scan.ts'
import { sync } from './sync.ts'

/** Every way the world can fail, and how often each is tried unless told. */
const RIGS: Readonly<Record<string, { readonly rig: Rig; readonly runs: number; readonly isWindowed: boolean }>> = {
  'bit-rot': { rig: bitRot, runs: 500, isWindowed: false },
  books: { rig: books, runs: 100, isWindowed: false },
  'city-kill': { rig: cityKill, runs: 500, isWindowed: false },
  clock: { rig: clock, runs: 500, isWindowed: false },
  'disk-full': { rig: diskFull, runs: 50, isWindowed: true },
  histories: { rig: histories, runs: 10_000, isWindowed: false },
  kill: { rig: kill, runs: 300, isWindowed: true },
  lend: { rig: lend, runs: 1000, isWindowed: false },
  life: { rig: life, runs: 20_000, isWindowed: false },
  numbers: { rig: numbers, runs: 100, isWindowed: false },
  scan: { rig: scan, runs: 200, isWindowed: false },
  sync: { rig: sync, runs: 200, isWindowed: true },
}

const text = { type: 'string' } as const
const options = { runs: text, rounds: text, steps: text, pages: text, minutes: text, seed: { type: 'string', default: '1' } } as const
const { values, positionals } = parseArgs({ allowPositionals: true, options })
const chosen = RIGS[positionals[0] ?? '']
if (chosen === undefined) {
  console.error(`npm run faults -- NAME --runs N --seed S, where NAME is one of ${Object.keys(RIGS).join(', ')}`)
  process.exit(2)
}
if (chosen.isWindowed && !hasDisplay()) process.exit(await runWithDisplay(process.execPath, process.argv.slice(1)))
if (chosen.isWindowed) await bundle()
const runs = Number(values.runs ?? values.rounds ?? values.steps ?? values.pages ?? chosen.runs)
const endsAt = values.minutes === undefined ? Infinity : Date.now() + Number(values.minutes) * 60_000
const figures = await chosen.rig({ runs, seed: Number(values.seed), say: line => console.log(line), isOver: () => Date.now() >= endsAt })
console.log(JSON.stringify(figures))
process.exit(0)

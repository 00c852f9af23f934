import { parseArgs } from 'node:util'
import { bundle } from '../../build/bundle.ts'
import { hasDisplay, runWithDisplay } from '../../build/display.ts'
import type { Rig } from '../faults/rig.ts'
import { certify } from './certify.ts'
import { citySearchBench } from './city-search.ts'
import { idCard } from './id-card.ts'
import { idle } from './idle.ts'
import { ingest } from './ingest.ts'
import { journal } from './journal.ts'
import { line } from './line.ts'
import { ocr } from './ocr.ts'
import { registers } from './registers.ts'
import { scan } from './scan.ts'
import { scanTyping } from './scan-typing.ts'
import { search } from './search.ts'
import { stack } from './stack.ts'
import { start } from './start.ts'
import { storm } from './storm.ts'
import { tray } from './tray.ts'

/** Every measurement, and how often it is taken unless told. */
const BENCHES: Readonly<Record<string, { readonly rig: Rig; readonly runs: number; readonly isWindowed: boolean }>> = {
  certify: { rig: certify, runs: 20, isWindowed: true },
  'city-search': { rig: citySearchBench, runs: 500, isWindowed: false },
  'id-card': { rig: idCard, runs: 150, isWindowed: false },
  idle: { rig: idle, runs: 1, isWindowed: false },
  ingest: { rig: ingest, runs: 5, isWindowed: false },
  journal: { rig: journal, runs: 7, isWindowed: true },
  line: { rig: line, runs: 600, isWindowed: true },
  ocr: { rig: ocr, runs: 200, isWindowed: false },
  registers: { rig: registers, runs: 9, isWindowed: true },
  scan: { rig: scan, runs: 60, isWindowed: false },
  'scan-typing': { rig: scanTyping, runs: 50, isWindowed: true },
  search: { rig: search, runs: 200, isWindowed: true },
  stack: { rig: stack, runs: 500, isWindowed: false },
  start: { rig: start, runs: 7, isWindowed: true },
  storm: { rig: storm, runs: 1_000, isWindowed: false },
  tray: { rig: tray, runs: 500, isWindowed: true },
}

const options = { runs: { type: 'string' }, pages: { type: 'string' }, seed: { type: 'string', default: '1' } } as const
const { values, positionals } = parseArgs({ allowPositionals: true, options })
const chosen = BENCHES[positionals[0] ?? '']
if (chosen === undefined) {
  console.error(`npm run bench -- NAME --runs N --seed S, where NAME is one of ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}
if (chosen.isWindowed && !hasDisplay()) process.exit(await runWithDisplay(process.execPath, process.argv.slice(1)))
if (chosen.isWindowed) await bundle()
const runs = Number(values.runs ?? values.pages ?? chosen.runs)
const figures = await chosen.rig({ runs, seed: Number(values.seed), say: line => { console.log(line) } })
console.log(JSON.stringify(figures))
process.exit(0)

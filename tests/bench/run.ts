import { parseArgs } from 'node:util'
import { bundle } from '../../build/bundle.ts'
import { hasDisplay, runWithDisplay } from '../../build/display.ts'
import type { Rig } from '../faults/rig.ts'
import { journal } from './journal.ts'
import { search } from './search.ts'
import { start } from './start.ts'

/** Every measurement, and how often it is taken unless told; each needs a window. */
const BENCHES: Readonly<Record<string, { readonly rig: Rig; readonly runs: number }>> = {
  journal: { rig: journal, runs: 7 },
  search: { rig: search, runs: 200 },
  start: { rig: start, runs: 7 },
}

const options = { runs: { type: 'string' }, seed: { type: 'string', default: '1' } } as const
const { values, positionals } = parseArgs({ allowPositionals: true, options })
const chosen = BENCHES[positionals[0] ?? '']
if (chosen === undefined) {
  console.error(`npm run bench -- NAME --runs N --seed S, where NAME is one of ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}
if (!hasDisplay()) process.exit(await runWithDisplay(process.execPath, process.argv.slice(1)))
await bundle()
const runs = Number(values.runs ?? chosen.runs)
const figures = await chosen.rig({ runs, seed: Number(values.seed), say: line => { console.log(line) } })
console.log(JSON.stringify(figures))
process.exit(0)

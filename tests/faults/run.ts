import { parseArgs } from 'node:util'
import { bitRot } from './bit-rot.ts'
import { clock } from './clock.ts'
import { kill } from './kill.ts'
import type { Rig } from './rig.ts'

/** Every way the world can fail, and how often each is tried unless told. */
const RIGS: Readonly<Record<string, { readonly rig: Rig; readonly runs: number }>> = {
  'bit-rot': { rig: bitRot, runs: 500 },
  clock: { rig: clock, runs: 500 },
  kill: { rig: kill, runs: 300 },
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string' }, seed: { type: 'string', default: '1' } } })
const chosen = RIGS[positionals[0] ?? '']
if (chosen === undefined) {
  console.error(`npm run faults -- NAME --runs N --seed S, where NAME is one of ${Object.keys(RIGS).join(', ')}`)
  process.exit(2)
}
const figures = await chosen.rig({ runs: Number(values.runs ?? chosen.runs), seed: Number(values.seed), say: line => console.log(line) })
console.log(JSON.stringify(figures))
process.exit(0)

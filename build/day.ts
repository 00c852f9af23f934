import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.ts'
import { liveDay } from './day/live-day.ts'
import { hasDisplay, runWithDisplay } from './display.ts'
import { DIST } from './folders.ts'

const { values } = parseArgs({
  options: { out: { type: 'string' }, dossiers: { type: 'string', default: '12' }, seed: { type: 'string', default: '1' } },
  allowPositionals: false,
})

/** An office's day in the real program, keyboard only; its last line is one JSON object. */
async function day(): Promise<number> {
  if (!hasDisplay()) return runWithDisplay(process.execPath, process.argv.slice(1))
  const dossiers = Number(values.dossiers)
  const seed = Number(values.seed)
  if (!Number.isInteger(dossiers) || dossiers < 1 || dossiers > 200 || !Number.isInteger(seed)) {
    console.error('day: --dossiers takes a whole number from 1 to 200, --seed a whole number')
    return 2
  }
  await bundle()
  const figures = await liveDay({ out: resolve(values.out ?? join(DIST, 'day')), dossiers, seed, say: line => { console.log(line) } })
  console.log(JSON.stringify(figures))
  return figures.lost + figures.falseGreen + figures.cardsMisread + figures.misfiled + figures.reportDiffers === 0 ? 0 : 1
}

process.exitCode = await day()

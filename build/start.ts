import { join } from 'node:path'
import { bundle } from './bundle.ts'
import { hasDisplay, runSeen, runWithDisplay } from './display.ts'
import { electronPath, sandboxArguments } from './electron.ts'
import { DIST, PROJECT } from './folders.ts'

/** Opens the program; on a machine without a display, lives one clerk's day in a virtual one and says where its papers are. */
async function start(args: readonly string[]): Promise<number> {
  const electron = await electronPath()
  await bundle()
  if (hasDisplay()) return runSeen(electron, [...sandboxArguments(), PROJECT, ...args])
  const out = join(DIST, 'day')
  console.log('There is no display here. Living one clerk\'s day in a virtual one instead.')
  const code = await runWithDisplay(process.execPath, [join(PROJECT, 'build/day.ts'), '--out', out])
  console.log(`The receipts are in ${join(out, 'receipts')}, the screens in ${join(out, 'screens')}.`)
  return code
}

process.exitCode = await start(process.argv.slice(2))

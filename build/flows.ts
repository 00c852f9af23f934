import { bundle } from './bundle.ts'
import { runWithDisplay } from './display.ts'
import { ensureTools, TEST_TOOLS } from './electron/debian.ts'
import { electronPath } from './electron.ts'

/** Runs the flow tests in real Electron; arguments go to Playwright, e.g. a file's name. The answer is the exit code. */
export async function runFlows(args: readonly string[]): Promise<number> {
  await electronPath()
  await ensureTools(TEST_TOOLS)
  await bundle()
  return runWithDisplay('playwright', ['test', ...args])
}

if (import.meta.main) process.exitCode = await runFlows(process.argv.slice(2))

import { bundle } from './bundle.ts'
import { runWithDisplay } from './display.ts'
import { electronPath, sandboxArguments } from './electron.ts'
import { PROJECT } from './folders.ts'

/** The program alone, on this person's own data folder unless told otherwise; with or without a city somewhere. */
async function desk(args: readonly string[]): Promise<number> {
  const electron = await electronPath()
  await bundle()
  return runWithDisplay(electron, [...sandboxArguments(), PROJECT, ...args])
}

process.exitCode = await desk(process.argv.slice(2))

import { mkdirSync, readdirSync, watch } from 'node:fs'
import type { Page } from 'playwright-core'
import { launchProgram } from '../electron/launch.ts'

/** The real program on the day's data folder, at a chosen hour. */
export interface DayMachine {
  readonly page: Page
  /** Pulls the plug: SIGKILL to the main process. */
  readonly pullPlug: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts the program; `at` is the UTC instant its clock begins with. */
export async function startMachine(dataFolder: string, at: string): Promise<DayMachine> {
  const electron = await launchProgram([`--data-dir=${dataFolder}`, `--clock=${at}`])
  const page = await electron.firstWindow()
  await page.waitForSelector('h1')
  const child = electron.process()
  return {
    page,
    pullPlug: () => new Promise(resolve => {
      child.once('exit', () => { resolve() })
      child.kill('SIGKILL')
    }),
    close: () => electron.close(),
  }
}

/** Resolves with the time (ms) until the next PDF stands in the folder, counted from the call. */
export function nextPaper(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const before = new Set(pdfsIn(folder))
  const start = performance.now()
  return new Promise(resolve => {
    const watcher = watch(folder, () => {
      if (pdfsIn(folder).every(name => before.has(name))) return
      watcher.close()
      resolve(performance.now() - start)
    })
  })
}

function pdfsIn(folder: string): readonly string[] {
  return readdirSync(folder).filter(name => name.endsWith('.pdf'))
}

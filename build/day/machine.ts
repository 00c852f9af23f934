import { mkdirSync, readdirSync, watch } from 'node:fs'
import { launchApp, type RunningApp } from '../../tests/faults/app.ts'

/** Starts the program; `at` is the UTC instant its clock begins with. */
export async function startMachine(dataFolder: string, at: string, extra: readonly string[] = []): Promise<RunningApp> {
  const app = await launchApp(dataFolder, [`--clock=${at}`, ...extra])
  await app.page.waitForSelector('h1')
  return app
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

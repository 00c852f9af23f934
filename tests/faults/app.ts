import type { ElectronApplication, Page } from 'playwright-core'
import { launchProgram } from '../../build/electron/launch.ts'

/** The real program, running on a data folder, spoken to through its own keyhole. */
export interface RunningApp {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly pid: number
  /** Calls a channel of the bridge as the window would. */
  readonly call: <T>(channel: string, ...args: unknown[]) => Promise<T>
  /** SIGKILL to the main process: no goodbye of any kind. Resolves when it is gone. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

interface WindowWithKeyhole {
  readonly keyhole: { readonly call: (channel: string, args: readonly unknown[]) => Promise<unknown> }
}

/** Starts the bundled program; resolves when its window can be spoken to. */
export async function launchApp(dataFolder: string, extra: readonly string[] = []): Promise<RunningApp> {
  const electron = await launchProgram([`--data-dir=${dataFolder}`, ...extra])
  const page = await electron.firstWindow()
  await page.waitForFunction(() => 'keyhole' in window)
  const child = electron.process()
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const pid = child.pid
  if (pid === undefined) throw new Error('The program has no process')
  return {
    electron,
    page,
    pid,
    call: callerOf(page),
    kill: async () => {
      process.kill(pid, 'SIGKILL')
      await gone
    },
    close: () => electron.close(),
  }
}

/** Speaks through the keyhole of a window, whoever started its program. */
export function callerOf(page: Page): RunningApp['call'] {
  return async <T>(channel: string, ...args: unknown[]) => await page.evaluate(
    ([name, list]) => (window as unknown as WindowWithKeyhole).keyhole.call(name, list), [channel, args] as const,
  ) as T
}

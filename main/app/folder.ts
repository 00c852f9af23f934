import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '../../shared/base/result.ts'
import type { Places } from './paths.ts'

/** Nothing can be written where the data lives. */
export interface FolderProblem extends Problem {
  readonly code: 'program/folder-read-only' | 'program/folder-full'
  readonly folder: string
}

export interface PreparedFolder {
  readonly places: Places
  readonly problem: FolderProblem | null
}

/**
 * Makes the data folder and tries to write in it, before anything else needs it.
 *
 * Where nothing can be written the window still opens, with its own storage in a temporary folder, so that it can say why.
 * Problems: `program/folder-read-only`, `program/folder-full`.
 */
export function prepareFolder(places: Places): PreparedFolder {
  try {
    mkdirSync(places.window, { recursive: true })
    mkdirSync(places.logs, { recursive: true })
    const trial = join(places.root, `.trial-${process.pid}`)
    writeFileSync(trial, 'x')
    rmSync(trial)
    return { places, problem: null }
  } catch (error) {
    const code = isFull(error) ? 'program/folder-full' : 'program/folder-read-only'
    const elsewhere = mkdtempSync(join(tmpdir(), 'mot-cua-'))
    const moved = { ...places, window: join(elsewhere, 'window'), logs: join(elsewhere, 'logs') }
    mkdirSync(moved.window)
    mkdirSync(moved.logs)
    return { places: moved, problem: { code, folder: places.root } }
  }
}

function isFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOSPC' || code === 'EDQUOT'
}

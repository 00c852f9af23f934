import { basename } from 'node:path'
import { success, type Result } from '../../../shared/base/result.ts'
import type { PictureTrouble } from '../../../shared/bridge/scan-problems.ts'
import { openFileReader } from '../files/file-reader.ts'
import type { DriverProblem, RawPage, ScanEnd } from './driver.ts'

/** What became of each file, in the order they were given. */
export interface FilesEnd extends ScanEnd {
  readonly files: readonly FileOutcome[]
}

export interface FileOutcome {
  /** Its own name, without folders. */
  readonly file: string
  readonly pages: number
  /** Why it gave no page, or not all of them. */
  readonly problem: PictureTrouble | null
}

/**
 * The pages of PDFs and pictures, where there is no scanner; the kind is told by the bytes, never by the name.
 *
 * Reading happens in a process of its own that is ended when a file hangs it. A file that cannot be read never holds
 * back the others, so the end is no problem: it tells of each file how many pages came, and what was wrong with it.
 */
export async function* readFiles(
  paths: readonly string[], signal: AbortSignal,
): AsyncGenerator<RawPage, Result<FilesEnd, DriverProblem>> {
  const reader = openFileReader()
  const files: FileOutcome[] = []
  try {
    for (const path of paths) {
      const file = basename(path)
      const sides = reader.read(path, signal)
      let pages = 0
      let turn = await sides.next()
      for (; turn.done !== true; turn = await sides.next()) {
        pages += 1
        yield { ...turn.value, side: 'front' }
      }
      if (turn.value === 'cancelled') return success({ reason: 'cancelled', files })
      files.push({ file, pages, problem: turn.value === null ? null : { code: turn.value, file } })
    }
    return success({ reason: 'stack-empty', files })
  } finally {
    await reader.close()
  }
}

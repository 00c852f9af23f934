import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isFileError } from '../journal/durable-file.ts'

/**
 * Forgets what a power cut left half written, and says how many: a file named `.part` that nobody has touched for a day.
 *
 * Such a file was never told of: it gets its real name only when it is whole.
 */
export async function sweepParts(root: string, now: () => number): Promise<number> {
  let count = 0
  for (const home of HOMES) {
    const names = await readdir(join(root, home), { recursive: true }).catch((error: unknown) => {
      if (isFileError(error, 'ENOENT', 'ENOTDIR')) return []
      throw error
    })
    for (const name of names) if (name.endsWith('.part') && await dropOld(join(root, home, name), now() - A_DAY_MS)) count += 1
  }
  return count
}

const HOMES = ['lent', 'pages', 'previews', 'scans', 'texts'] as const
const A_DAY_MS = 86_400_000

async function dropOld(path: string, before: number): Promise<boolean> {
  try {
    const found = await stat(path)
    if (!found.isFile() || found.mtimeMs >= before) return false
    await rm(path)
    return true
  } catch (error) {
    // Renamed or gone meanwhile.
    if (isFileError(error)) return false
    throw error
  }
}

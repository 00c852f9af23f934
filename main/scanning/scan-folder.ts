import { mkdtemp, realpath, rmdir } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { parseJson } from '../../shared/base/json.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { FolderTrouble } from '../../shared/bridge/scan-problems.ts'
import { isFileError, makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'

/** The folder into which a scanner's own "scan to folder" saves: a person's choice, or the one of the data folder. */
export interface ScanFolder {
  readonly now: () => string
  /** Nobody chose another. */
  readonly isUsual: () => boolean
  /**
   * Remembered over restarts; null goes back to the usual one, which an administrator makes.
   *
   * Problems: `folder/gone`, `folder/closed` (nothing may be written there), `folder/ours` (it lies in the data folder, or holds it).
   */
  readonly choose: (folder: string | null) => Promise<Result<null, FolderTrouble>>
}

export async function openScanFolder(root: string): Promise<ScanFolder> {
  const path = join(root, 'scans', 'folder.json')
  const read = parseJson(await readIfThere(path) ?? '')
  const usual = join(root, USUAL)
  let chosen = Value.Check(Kept, read) ? read.folder : null

  return {
    now: () => chosen ?? usual,
    isUsual: () => chosen === null,
    choose: async folder => {
      const to = folder === null || folder === usual ? null : folder
      const trouble = to === null ? null : await troubleOf(to, root)
      if (trouble !== null) return failure({ code: trouble, folder: to ?? '' })
      await makeFolder(join(root, 'scans'))
      await writeDurably(path, `${JSON.stringify({ folder: to })}\n`)
      chosen = to
      return success(null)
    },
  }
}

const USUAL = 'quet-vao-day'
const Kept = Type.Object({ folder: Type.Union([Type.String({ minLength: 1, maxLength: 1000 }), Type.Null()]) })

/** By where it really lies: a link into the data folder leads there too. */
async function troubleOf(folder: string, root: string): Promise<FolderTrouble['code'] | null> {
  const there = isAbsolute(folder) ? await realpath(folder).catch(() => null) : null
  if (there === null) return 'folder/gone'
  const ours = await realpath(root)
  if (isWithin(there, ours) || isWithin(ours, there)) return 'folder/ours'
  return await isWritable(there) ? null : 'folder/closed'
}

/** Tried, since Windows answers a mere question by the read-only mark alone. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await rmdir(await mkdtemp(join(folder, '.thu-')))
    return true
  } catch (error) {
    if (isFileError(error)) return false
    throw error
  }
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner)
  return way === '' || (!isAbsolute(way) && way.split(sep)[0] !== '..')
}

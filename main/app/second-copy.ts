import { join } from 'node:path'
import { isFileError, makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'

/**
 * The folder of the second copy, as last chosen; null when there is none.
 *
 * Chosen by an act of the journal, but kept in `keys/` too: a damaged journal must be healed from its copy
 * before it can be read to say where the copy lies (rule J3).
 */
export async function secondCopyFolder(root: string): Promise<string | null> {
  const kept = (await readIfThere(fileIn(root)))?.trim()
  return kept === undefined || kept === '' ? null : kept
}

/** Remembers the choice for the next start; a folder that cannot be written forgets it, and the journal still knows. */
export async function rememberSecondCopy(root: string, folder: string | null): Promise<void> {
  try {
    await makeFolder(join(root, 'keys'))
    await writeDurably(fileIn(root), `${folder ?? ''}\n`)
  } catch (error) {
    if (!isFileError(error)) throw error
  }
}

function fileIn(root: string): string {
  return join(root, 'keys', 'second-copy')
}

import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a whole file so that a crash leaves the old one or the new one, never half (rule J5).
 *
 * Temporary file, flushed, renamed, its folder flushed. Throws what the file system says.
 */
export async function writeDurably(path: string, content: string | Uint8Array, mode = 0o666): Promise<void> {
  const temporary = `${path}.part`
  const file = await open(temporary, 'w', mode)
  try {
    await file.writeFile(content)
    await file.datasync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  await flushFolder(dirname(path))
}

/** As above without flushing: for what may be lost in a power cut but must never be half. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.part`
  const file = await open(temporary, 'w')
  try {
    await file.writeFile(content)
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

/** Makes a folder and those above it, and flushes the folders that name them. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true })
  if (first === undefined) return
  for (let folder = path; ; folder = dirname(folder)) {
    await flushFolder(dirname(folder))
    if (folder === first) return
  }
}

/** A new name in a folder is safe only once the folder is flushed; Windows flushes it with the file. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The text of a file, or undefined when it is not there or cannot be read. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isFileError(error)) return undefined
    throw error
  }
}

/** An error of the file system, with its code. */
export function isFileError(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error &&
    (codes.length === 0 || codes.includes(error.code))
}

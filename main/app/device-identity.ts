import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makeId } from '../../shared/base/id.ts'
import { isFileError, makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'

/**
 * The name this PC writes its log under, made once and kept in `keys/`.
 *
 * Where the key is gone and exactly one log is there, that log is this PC's. A folder that cannot be written gets
 * a name for this run only: nothing will be appended to it anyway.
 */
export async function deviceIdentity(root: string, randomBytes: (count: number) => Uint8Array): Promise<string> {
  const file = join(root, 'keys', 'device')
  const kept = (await readIfThere(file))?.trim()
  if (kept !== undefined && DEVICE.test(kept)) return kept
  const logs = (await foldersOf(join(root, 'journal'))).filter(name => DEVICE.test(name))
  const device = logs.length === 1 && logs[0] !== undefined ? logs[0] : makeId('pc-', randomBytes(8))
  try {
    await makeFolder(join(root, 'keys'))
    await writeDurably(file, `${device}\n`)
  } catch (error) {
    if (!isFileError(error)) throw error
  }
  return device
}

const DEVICE = /^[a-z0-9-]{4,40}$/

async function foldersOf(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path, { withFileTypes: true })).filter(entry => entry.isDirectory()).map(entry => entry.name)
  } catch (error) {
    if (isFileError(error, 'ENOENT', 'ENOTDIR', 'EACCES')) return []
    throw error
  }
}

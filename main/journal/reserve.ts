import { open, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { isFileError } from './durable-file.ts'

const RESERVE_BYTES = 8 * 1024 ** 2
/** Below this much room the reserve is not made: it would take what the day's work still needs. */
const ENOUGH_BYTES = 64 * 1024 ** 2

/** Room put by for the day that ends on a full disk (rule J7). */
export interface Reserve {
  /** Makes the file again where there is room. */
  readonly ensure: () => Promise<void>
  /** Gives the room back; false when it was already given. */
  readonly release: () => Promise<boolean>
}

export function reserveIn(root: string): Reserve {
  const path = join(root, 'reserve.bin')

  async function ensure(): Promise<void> {
    if (await sizeOf(path) === RESERVE_BYTES || await freeBytesOf(root) < ENOUGH_BYTES) return
    try {
      const file = await open(path, 'w')
      try {
        // Written, not stretched: a hole takes no room.
        const piece = Buffer.alloc(1 << 20)
        for (let at = 0; at < RESERVE_BYTES; at += piece.length) await file.write(piece, 0, piece.length, at)
      } finally {
        await file.close()
      }
    } catch (error) {
      if (!isFileError(error)) throw error
      await release()
    }
  }

  async function release(): Promise<boolean> {
    try {
      await rm(path)
      return true
    } catch (error) {
      if (isFileError(error)) return false
      throw error
    }
  }

  return { ensure, release }
}

/** Bytes the drive of a folder has left; 0 when it cannot be asked. */
export async function freeBytesOf(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch (error) {
    if (isFileError(error)) return 0
    throw error
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isFileError(error)) return undefined
    throw error
  }
}

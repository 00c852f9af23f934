import { statfs } from 'node:fs/promises'
import { parse, resolve } from 'node:path'
import type { DiskState } from '../../shared/bridge/main-api.ts'

const GIB = 1024 ** 3
const MIB = 1024 ** 2

export interface DiskRoom {
  readonly state: DiskState
  readonly freeBytes: number
  /** What a person calls the place: `C:\` or `/`. */
  readonly drive: string
}

/** How much room the drive of a folder has, and what rule J7 makes of it. */
export async function diskRoom(folder: string): Promise<DiskRoom> {
  const room = await statfs(folder)
  const freeBytes = room.bavail * room.bsize
  return { state: diskState(freeBytes), freeBytes, drive: parse(resolve(folder)).root }
}

/**
 * Below 2 GB a warning, below 500 MB no new intake, below 1 MB nothing can be written (rule J7).
 *
 * Bytes; the last megabyte is what one day's closing acts and the window's own files may need.
 */
export function diskState(freeBytes: number): DiskState {
  if (freeBytes < MIB) return 'full'
  if (freeBytes < 500 * MIB) return 'very-low'
  return freeBytes < 2 * GIB ? 'low' : 'ok'
}

/** The drive under the data folder, looked at when asked and every few seconds. */
export interface DiskWatch {
  /** As of the last look: a decision must not wait for the drive. */
  readonly state: () => DiskState
  readonly look: () => Promise<DiskRoom>
  readonly stop: () => void
}

const EVERY_MS = 5_000

/** Watches a folder's drive and says when its state changed. */
export async function watchDisk(folder: string, changed: () => void): Promise<DiskWatch> {
  let last = await diskRoom(folder)
  const look = async (): Promise<DiskRoom> => {
    const room = await diskRoom(folder)
    const isOther = room.state !== last.state
    last = room
    if (isOther) changed()
    return room
  }
  const timer = setInterval(() => { void look() }, EVERY_MS)
  return { state: () => last.state, look, stop: () => { clearInterval(timer) } }
}

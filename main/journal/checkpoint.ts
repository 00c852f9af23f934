import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readLine } from '../../shared/acts/chain.ts'
import { isFileError, readIfThere, writeDurably } from './durable-file.ts'
import type { FoldSnapshot } from './folds.ts'
import { readSummed, writeSummed } from './heads-file.ts'
import { sha256 } from './sha256.ts'
import type { LogPlace } from './walk-log.ts'

/** How far the logs were read and what the folds said there: start-up reads on from it (rule J6: it can be deleted). */
export interface Checkpoint {
  readonly v: 1
  readonly logs: Readonly<Record<string, LogPlace>>
  /** Clock and wall time of the newest act, in folding order. */
  readonly newest: { readonly clock: string; readonly at: string } | null
  readonly folds: FoldSnapshot
}

/** Undefined when it is missing, damaged or of another version. */
export async function readCheckpoint(root: string): Promise<Checkpoint | undefined> {
  const checkpoint = readSummed<Checkpoint>(await readIfThere(checkpointPath(root)))
  return checkpoint?.v === 1 ? checkpoint : undefined
}

/** Whether the lines it names stand where it says; if not, it is a witness still, but nothing to start from. */
export async function holds(root: string, checkpoint: Checkpoint): Promise<boolean> {
  for (const [device, place] of Object.entries(checkpoint.logs)) {
    if (!await standsThere(join(root, 'journal', device, place.file), place)) return false
  }
  return true
}

export async function writeCheckpoint(root: string, checkpoint: Checkpoint): Promise<void> {
  await writeDurably(checkpointPath(root), writeSummed(checkpoint))
}

/** A journal that was found damaged is read from its beginning the next time. */
export async function removeCheckpoint(root: string): Promise<void> {
  try {
    await rm(checkpointPath(root), { force: true })
  } catch (error) {
    if (!isFileError(error)) throw error
  }
}

/** Whether a line that was read once still ends at its place in this file. */
export async function standsThere(path: string, place: LogPlace): Promise<boolean> {
  try {
    const file = await open(path, 'r')
    try {
      const bytes = Buffer.alloc(place.length)
      await file.read(bytes, 0, place.length, place.offset - place.length)
      const read = readLine(bytes.toString('utf8').slice(0, -1), sha256)
      return bytes.at(-1) === 10 && read.ok && read.value.act.name === place.name && read.value.act.seq === place.seq
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isFileError(error)) return false
    throw error
  }
}

function checkpointPath(root: string): string {
  return join(root, 'checkpoint.json')
}

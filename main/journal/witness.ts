import type { Position } from '../../shared/acts/act.ts'
import { writeCheckpoint, type Checkpoint } from './checkpoint.ts'
import { isFileError } from './durable-file.ts'
import { writeHeads } from './heads-file.ts'

/** Writes down beside the journal how far it reaches, in the clerk's pauses. */
export interface WitnessWriter {
  /** So many acts were saved. */
  readonly grew: (count: number) => void
  readonly writeCheckpoint: () => Promise<void>
  /** Writes both for good, or throws what the file system says. */
  readonly close: () => Promise<void>
}

const HEADS_AFTER_MS = 1000
const ACTS_PER_CHECKPOINT = 1000

/** Heads and checkpoint are asked for when it is time; undefined means that there is nothing to vouch for, and what was written stays. */
export function newWitnessWriter(root: string, heads: () => Position | undefined, checkpoint: () => Checkpoint | undefined): WitnessWriter {
  let last: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let sinceCheckpoint = 0

  /** One after the other; what cannot be written now is written next time, the journal itself lacks nothing. */
  function later(work: () => Promise<void>): Promise<void> {
    last = last.then(work).catch(error => {
      if (!isFileError(error)) throw error
    })
    return last
  }

  async function saveCheckpoint(): Promise<void> {
    const made = checkpoint()
    sinceCheckpoint = 0
    if (made !== undefined) await writeCheckpoint(root, made)
  }

  async function saveHeads(isClosed: boolean): Promise<void> {
    const reached = heads()
    if (reached !== undefined) await writeHeads(root, { heads: reached, isClosed })
  }

  void later(() => saveHeads(false))
  return {
    grew: count => {
      sinceCheckpoint += count
      timer ??= setTimeout(() => {
        timer = undefined
        void later(() => saveHeads(false))
        if (sinceCheckpoint >= ACTS_PER_CHECKPOINT) void later(saveCheckpoint)
      }, HEADS_AFTER_MS).unref()
    },
    writeCheckpoint: () => later(saveCheckpoint),
    close: async () => {
      clearTimeout(timer)
      await later(saveCheckpoint)
      await later(() => saveHeads(true))
    },
  }
}

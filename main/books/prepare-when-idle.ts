import type { Journal } from '../journal/journal.ts'
import type { BooksThread } from './books-thread.ts'

export interface PrepareTools {
  readonly thread: Pick<BooksThread, 'prepare'>
  readonly journal: Pick<Journal, 'onGrew'>
  /** Nobody is at the PC: reading a whole history takes seconds of a processor. */
  readonly isIdle: () => boolean
  readonly report: (error: unknown) => void
  readonly lookMs?: number
}

/**
 * Keeps the first look at a book short: once in each run, and whenever a day or two of acts have come, while nobody is at the PC.
 *
 * Returns how to stop.
 */
export function prepareWhenIdle({ thread, journal, isIdle, report, lookMs = LOOK_MS }: PrepareTools): () => void {
  let grown = ENOUGH
  const stop = journal.onGrew(acts => { grown += acts.length })
  const looking = setInterval(() => {
    if (grown < ENOUGH || !isIdle()) return
    grown = 0
    thread.prepare().catch(report)
  }, lookMs).unref()
  return () => {
    stop()
    clearInterval(looking)
  }
}

const LOOK_MS = 60_000
const ENOUGH = 1_000

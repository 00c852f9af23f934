import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { failure, type Result } from '../../../shared/base/result.ts'
import type { Answer } from './clean.worker.ts'
import type { DecodeProblem } from './decoded.ts'
import type { CleanPage, RawSide } from './pipeline.ts'

/** What can be wrong with a side here: with its bytes, or that no answer came. */
export type ThreadProblem = DecodeProblem | { readonly code: 'picture/not-cleaned' }

export interface CleaningThread {
  /**
   * One side at a time. Of a side that kills the thread no page can be made: `picture/broken`; of one that silences it
   * perhaps later: `picture/not-cleaned`, and the thread is ended.
   */
  readonly clean: (raw: RawSide) => Promise<Result<CleanPage, ThreadProblem>>
  readonly stop: () => Promise<void>
  /** Resolves when it is gone, whatever ended it, or given up. */
  readonly ended: Promise<void>
}

/** What is stuck outside JavaScript cannot be ended, and nothing waits for it any longer. */
const ENDING_MS = 2_000
/** For the objects of JavaScript; pixels lie outside and are bounded by the decoder. */
const HEAP_MB = 256

/**
 * Starts one thread, which is given up after `silentMs` without an answer.
 *
 * A death before it was ready is a fault of the program and rejects; a death later is the side's.
 */
export function startThread(script: URL, silentMs: number): CleaningThread {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  worker.unref()
  let isReady = false
  let death: unknown
  let settle: ((answer: Result<CleanPage, DecodeProblem> | 'died' | 'silent') => void) | undefined
  const gone = Promise.withResolvers<undefined>()
  worker.on('message', (answer: Answer) => {
    if (answer.kind === 'ready') isReady = true
    else settle?.(answer.result)
  })
  worker.on('error', error => { death = error })
  worker.on('exit', () => {
    settle?.('died')
    gone.resolve(undefined)
  })

  return {
    ended: gone.promise,
    stop: async () => { await Promise.race([worker.terminate(), pause(ENDING_MS, undefined, { ref: false })]) },
    clean: async raw => {
      const answer = new Promise<Result<CleanPage, DecodeProblem> | 'died' | 'silent'>(resolve => { settle = resolve })
      const watch = setTimeout(() => {
        settle?.('silent')
        gone.resolve(undefined)
        void worker.terminate()
      }, silentMs)
      worker.ref()
      worker.postMessage(raw)
      const result = await answer
      clearTimeout(watch)
      worker.unref()
      settle = undefined
      if (result === 'silent') return failure({ code: 'picture/not-cleaned' })
      if (result !== 'died') return result
      if (!isReady) throw new Error('The thread that cleans pages did not start', { cause: death })
      return failure({ code: 'picture/broken' })
    },
  }
}

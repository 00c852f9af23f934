import { Worker } from 'node:worker_threads'
import { failure, type Result } from '../../../shared/base/result.ts'
import type { Answer } from './clean.worker.ts'
import type { DecodeProblem } from './decoded.ts'
import type { CleanPage, RawSide } from './pipeline.ts'

export interface CleaningThread {
  /** One side at a time. Of a side that kills the thread no page can be made: `picture/broken`. */
  readonly clean: (raw: RawSide) => Promise<Result<CleanPage, DecodeProblem>>
  readonly stop: () => Promise<void>
  /** Resolves when it is gone, whatever ended it. */
  readonly ended: Promise<void>
}

/** A side of any size is done in seconds; a thread that says nothing for this long never will. */
const HANGING_MS = 120_000
/** For the objects of JavaScript; pixels lie outside and are bounded by the decoder. */
const HEAP_MB = 256

/** Starts one thread. A death before it was ready is a fault of the program and rejects; a death later is the side's. */
export function startThread(script: URL): CleaningThread {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  worker.unref()
  let isReady = false
  let death: unknown
  let settle: ((answer: Result<CleanPage, DecodeProblem> | 'died') => void) | undefined
  worker.on('message', (answer: Answer) => {
    if (answer.kind === 'ready') isReady = true
    else settle?.(answer.result)
  })
  worker.on('error', error => { death = error })
  const ended = new Promise<void>(resolve => {
    worker.on('exit', () => {
      settle?.('died')
      resolve()
    })
  })

  return {
    ended,
    stop: async () => { await worker.terminate() },
    clean: async raw => {
      const answer = new Promise<Result<CleanPage, DecodeProblem> | 'died'>(resolve => { settle = resolve })
      const watch = setTimeout(() => { void worker.terminate() }, HANGING_MS)
      worker.ref()
      worker.postMessage(raw)
      const result = await answer
      clearTimeout(watch)
      worker.unref()
      settle = undefined
      if (result !== 'died') return result
      if (!isReady) throw new Error('The thread that cleans pages did not start', { cause: death })
      return failure({ code: 'picture/broken' })
    },
  }
}

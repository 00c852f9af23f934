import type { Result } from '../../../shared/base/result.ts'
import { startProcess } from '../../processes/own-process.ts'
import type { Answer } from './clean.process.ts'
import type { DecodeProblem } from './decoded.ts'
import type { CleanPage, RawSide } from './pipeline.ts'

/** What became of a side: its page or what is wrong with its bytes, or how the process was lost over it. */
export type Cleaned = Result<CleanPage, DecodeProblem> | 'died' | 'silent'

export interface CleaningProcess {
  /** One side at a time. One that says nothing is ended. */
  readonly clean: (raw: RawSide) => Promise<Cleaned>
  readonly stop: () => void
  /** Resolves when it is gone, whatever ended it, or given up. */
  readonly ended: Promise<void>
}

/**
 * Starts one process, which is given up after `silentMs` without an answer.
 *
 * A death before it was ready is a fault of the program and rejects; a death later is told.
 */
export function startCleaning(script: URL, silentMs: number): CleaningProcess {
  const running = startProcess(script)
  let isReady = false
  let settle: ((answer: Cleaned) => void) | undefined
  const gone = Promise.withResolvers<undefined>()
  running.hear(message => {
    const answer = message as Answer
    if (answer.kind === 'ready') isReady = true
    else settle?.(answer.result)
  })
  const lastWords = running.ended.then(({ said }) => {
    settle?.('died')
    gone.resolve(undefined)
    return said
  })

  return {
    ended: gone.promise,
    stop: running.end,
    clean: async raw => {
      // It may have died while nothing was asked of it: nobody would tell that again.
      const answer = new Promise<Cleaned>(resolve => { if (running.isGone()) resolve('died'); else settle = resolve })
      const watch = setTimeout(() => {
        settle?.('silent')
        gone.resolve(undefined)
        running.end()
      }, silentMs)
      running.awaited(true)
      running.tell(raw)
      const cleaned = await answer
      clearTimeout(watch)
      running.awaited(false)
      settle = undefined
      if (cleaned === 'died' && !isReady) throw new Error('The process that cleans pages did not start', { cause: await lastWords })
      return cleaned
    },
  }
}

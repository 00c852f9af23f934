import { stat } from 'node:fs/promises'
import { failure, type Result } from '../../../shared/base/result.ts'
import type { PictureTrouble } from '../../../shared/bridge/scan-problems.ts'
import { workerPlace } from '../../threads/worker-place.ts'
import type { CleanPage, Pipeline, RawSide } from './pipeline.ts'
import { startThread, type CleaningThread } from './thread.ts'

/** Two threads leave a core for the clerk on any PC sold in the last ten years, and bound the memory: one side in each. */
const MOST_THREADS = 2
/** A file of raw pixels of the largest side that is taken; more is no scan. */
const MOST_BYTES = 640 * 1024 * 1024
/** A thread costs memory: without work it ends after this long. */
const IDLE_MS = 60_000
/** A side of any size is done in seconds; a thread that says nothing for this long never will. */
const SILENT_MS = 60_000

/** For tests. */
export interface PipelineOptions {
  readonly script?: URL
  readonly silentMs?: number
}

interface Task {
  readonly raw: RawSide
  readonly signal: AbortSignal | undefined
  readonly answer: (result: Result<CleanPage, PictureTrouble>) => void
  readonly fail: (why: unknown) => void
}

/** The pipeline on threads of its own, started with the first side and again after one of them died or fell silent. */
export function openPipeline({ script = workerPlace('clean', import.meta.url), silentMs = SILENT_MS }: PipelineOptions = {}): Pipeline {
  const waiting: Task[] = []
  const idle = new Map<CleaningThread, NodeJS.Timeout>()
  const all = new Set<CleaningThread>()
  let isClosed = false

  const next = (): void => {
    const task = waiting[0]
    if (task === undefined) return
    const thread = takeIdle() ?? (all.size < MOST_THREADS ? add() : undefined)
    if (thread === undefined) return
    waiting.shift()
    void work(thread, task)
    next()
  }

  const takeIdle = (): CleaningThread | undefined => {
    const [first] = idle
    if (first === undefined) return undefined
    clearTimeout(first[1])
    idle.delete(first[0])
    return first[0]
  }

  const add = (): CleaningThread => {
    const thread = startThread(script, silentMs)
    all.add(thread)
    void thread.ended.then(() => forget(thread))
    return thread
  }

  const work = async (thread: CleaningThread, { raw, signal, answer, fail }: Task): Promise<void> => {
    try {
      signal?.throwIfAborted()
      const { size } = await stat(raw.path)
      const result = size > MOST_BYTES ? failure({ code: 'picture/too-large' }) : await thread.clean(raw)
      if (isClosed) throw closed()
      answer(result.ok ? result : failure({ ...result.problem, file: '' }))
    } catch (error) {
      fail(isClosed ? closed() : error)
    }
    if (all.has(thread)) rest(thread)
    next()
  }

  const rest = (thread: CleaningThread): void => {
    idle.set(thread, setTimeout(() => {
      forget(thread)
      void thread.stop()
    }, IDLE_MS).unref())
  }

  const forget = (thread: CleaningThread): void => {
    clearTimeout(idle.get(thread))
    idle.delete(thread)
    all.delete(thread)
  }

  return {
    clean: (raw, signal) => new Promise((answer, fail) => {
      if (isClosed) throw closed()
      signal?.throwIfAborted()
      const task = { raw, signal, answer, fail }
      signal?.addEventListener('abort', () => {
        const place = waiting.indexOf(task)
        if (place >= 0) waiting.splice(place, 1)
        fail(new Error('Called back', { cause: signal.reason }))
      }, { once: true })
      waiting.push(task)
      next()
    }),
    close: async () => {
      isClosed = true
      for (const { fail } of waiting.splice(0)) fail(closed())
      const threads = [...all]
      threads.forEach(forget)
      await Promise.all(threads.map(thread => thread.stop()))
    },
  }
}

function closed(): Error {
  return new Error('The pipeline is closed')
}

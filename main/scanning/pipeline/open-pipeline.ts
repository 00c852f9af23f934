import { stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { failure, type Result } from '../../../shared/base/result.ts'
import type { PictureTrouble } from '../../../shared/bridge/scan-problems.ts'
import { scriptPlace } from '../../processes/script-place.ts'
import { startCleaning, type Cleaned, type CleaningProcess } from './cleaning-process.ts'
import type { CleanPage, Pipeline, RawSide } from './pipeline.ts'

/** Two leave a core for the clerk on any PC sold in the last ten years, and bound the memory: one side in each. */
const MOST_PROCESSES = 2
/** A file of raw pixels of the largest side that is taken; more is no scan. */
const MOST_BYTES = 640 * 1024 * 1024
/** A process costs memory: without work it ends after this long. */
const IDLE_MS = 60_000
/** A side of any size is done in seconds; a process that says nothing for this long never will. */
const SILENT_MS = 60_000

/** What waits for a disk that does not answer cannot be ended, and nothing waits for it any longer. */
const ENDING_MS = 2_000

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
  /** Of processes over this side. */
  deaths: number
}

/** A process may be ended by anybody, a short memory first of all; the same side twice is no chance. */
const MOST_DEATHS = 2

/**
 * The pipeline in processes of its own, started with the first side and again after one of them died or fell silent.
 *
 * Pictures come from anywhere, and what decodes them is native: a picture that kills it takes nothing else along. Of a side over
 * which two processes died no page can be made: `picture/broken`; of one that silences its process perhaps later:
 * `picture/not-cleaned`.
 */
export function openPipeline({ script = scriptPlace('clean.process', import.meta.url), silentMs = SILENT_MS }: PipelineOptions = {}): Pipeline {
  const waiting: Task[] = []
  const idle = new Map<CleaningProcess, NodeJS.Timeout>()
  const all = new Set<CleaningProcess>()
  let isClosed = false

  const next = (): void => {
    const task = waiting[0]
    if (task === undefined) return
    const apart = takeIdle() ?? (all.size < MOST_PROCESSES ? add() : undefined)
    if (apart === undefined) return
    waiting.shift()
    void work(apart, task)
    next()
  }

  const takeIdle = (): CleaningProcess | undefined => {
    const [first] = idle
    if (first === undefined) return undefined
    clearTimeout(first[1])
    idle.delete(first[0])
    return first[0]
  }

  const add = (): CleaningProcess => {
    const apart = startCleaning(script, silentMs)
    all.add(apart)
    void apart.ended.then(() => forget(apart))
    return apart
  }

  const work = async (apart: CleaningProcess, task: Task): Promise<void> => {
    const { raw, signal, answer, fail } = task
    try {
      signal?.throwIfAborted()
      const { size } = await stat(raw.path)
      const cleaned = size > MOST_BYTES ? failure({ code: 'picture/too-large' } as const) : await apart.clean(raw)
      if (isClosed) throw closed()
      if (cleaned === 'died') task.deaths += 1
      if (cleaned === 'died' && task.deaths < MOST_DEATHS) waiting.unshift(task)
      else answer(told(cleaned))
    } catch (error) {
      fail(isClosed ? closed() : error)
    }
    if (all.has(apart)) rest(apart)
    next()
  }

  const rest = (apart: CleaningProcess): void => {
    idle.set(apart, setTimeout(() => {
      forget(apart)
      apart.stop()
    }, IDLE_MS).unref())
  }

  const forget = (apart: CleaningProcess): void => {
    clearTimeout(idle.get(apart))
    idle.delete(apart)
    all.delete(apart)
  }

  return {
    clean: (raw, signal) => new Promise((answer, fail) => {
      if (isClosed) throw closed()
      signal?.throwIfAborted()
      const task: Task = { raw, signal, answer, fail, deaths: 0 }
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
      const running = [...all]
      running.forEach(forget)
      for (const apart of running) apart.stop()
      await Promise.race([Promise.all(running.map(({ ended }) => ended)), pause(ENDING_MS, undefined, { ref: false })])
    },
  }
}

function told(cleaned: Cleaned): Result<CleanPage, PictureTrouble> {
  if (cleaned === 'died') return failure({ code: 'picture/broken', file: '' })
  if (cleaned === 'silent') return failure({ code: 'picture/not-cleaned', file: '' })
  return cleaned.ok ? cleaned : failure({ ...cleaned.problem, file: '' })
}

function closed(): Error {
  return new Error('The pipeline is closed')
}

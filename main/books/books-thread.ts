import { Worker } from 'node:worker_threads'
import type { Position } from '../../shared/acts/act.ts'
import type { BookFile, BookQuestion, ListAnswer, ListQuestion, ReportAnswer, ReportQuestion } from '../../shared/bridge/books-api.ts'
import type { Period } from '../../shared/reports/period.ts'
import type { Counted } from '../../shared/reports/signed-figures.ts'
import type { Journal } from '../journal/journal.ts'
import { scriptPlace } from '../processes/script-place.ts'
import type { BookOffice, WholeTable } from './answer.ts'

export type BooksWish =
  | { readonly kind: 'list', readonly question: ListQuestion, readonly office: BookOffice, readonly from: number, readonly limit: number }
  | { readonly kind: 'report', readonly question: ReportQuestion, readonly office: BookOffice }
  | { readonly kind: 'table', readonly question: BookQuestion, readonly office: BookOffice }
  | { readonly kind: 'figures', readonly period: Period, readonly office: BookOffice }
  | { readonly kind: 'file', readonly question: BookQuestion, readonly office: BookOffice, readonly as: BookFile }
  | { readonly kind: 'keep' }

export interface BooksAsk {
  readonly id: number
  /** How far the logs are on disk: the answer holds everything up to here. */
  readonly heads: Position
  readonly wish: BooksWish
}

export type BooksAnswer =
  | { readonly reading: { readonly read: number, readonly total: number } }
  | { readonly id: number, readonly value: unknown }
  | { readonly id: number, readonly failed: string }

interface Values {
  readonly list: ListAnswer
  readonly report: ReportAnswer
  readonly table: WholeTable
  readonly figures: Counted
  readonly file: { readonly bytes: Uint8Array, readonly count: number }
  readonly keep: null
}

/** Books and figures on a thread of their own: it reads what happened with the first question and ends when nobody asks for a while. */
export interface BooksThread {
  /** Throws when the thread breaks down; the next question starts another. */
  readonly ask: <Kind extends BooksWish['kind']>(wish: BooksWish & { readonly kind: Kind }) => Promise<Values[Kind]>
  /** Brings what is kept beside the journal up to date, so that the next first question is soon answered; then ends. */
  readonly prepare: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface BooksThreadTools {
  /** The data folder. */
  readonly root: string
  readonly journal: Pick<Journal, 'heads'>
  /** How far a long reading is. */
  readonly tell: (read: number, total: number) => void
}

/** Folded dossiers of a whole office take memory: without questions they are let go after this long. */
const IDLE_MS = 15 * 60_000
/** Telling more often only costs. */
const TELL_EVERY_MS = 100

export function openBooksThread({ root, journal, tell }: BooksThreadTools): BooksThread {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let nextId = 1
  let toldAt = 0
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void, readonly reject: (reason: Error) => void }>()

  function start(): Worker {
    const started = new Worker(scriptPlace('books.worker', import.meta.url), { workerData: root, resourceLimits: { maxYoungGenerationSizeMb: 64 } })
    started.on('message', (answer: BooksAnswer) => { hear(answer) })
    started.on('error', (error: Error) => { letGo(started, error) })
    started.on('exit', () => { letGo(started, new Error('The thread of the books ended')) })
    return started
  }

  function hear(answer: BooksAnswer): void {
    if ('reading' in answer) {
      const now = performance.now()
      if (now - toldAt < TELL_EVERY_MS) return
      toldAt = now
      tell(answer.reading.read, answer.reading.total)
      return
    }
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('failed' in answer) asked?.reject(new Error(answer.failed))
    else asked?.resolve(answer.value)
  }

  function letGo(ended: Worker, reason: Error): void {
    if (worker !== ended) return
    worker = undefined
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }

  async function close(): Promise<void> {
    clearTimeout(idle)
    const old = worker
    if (old !== undefined) letGo(old, new Error('The books were closed'))
    await old?.terminate()
  }

  const ask: BooksThread['ask'] = wish => new Promise((resolve, reject) => {
    clearTimeout(idle)
    idle = setTimeout(() => { if (waiting.size === 0) void close() }, IDLE_MS).unref()
    const id = nextId++
    waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
    worker ??= start()
    worker.postMessage({ id, heads: journal.heads(), wish } satisfies BooksAsk)
  })

  async function prepare(): Promise<void> {
    if (worker !== undefined) return
    const id = nextId
    await ask({ kind: 'keep' })
    if (nextId === id + 1) await close()
  }

  return { ask, prepare, close }
}

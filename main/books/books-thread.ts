import { Worker } from 'node:worker_threads'
import type { Position } from '../../shared/acts/act.ts'
import type { BookFile, BookQuestion, ListAnswer, ListQuestion, ReportAnswer, ReportQuestion } from '../../shared/bridge/books-api.ts'
import type { SubjectActs } from '../../shared/bridge/main-api.ts'
import type { Period } from '../../shared/reports/period.ts'
import type { Counted } from '../../shared/reports/signed-figures.ts'
import type { Journal } from '../journal/journal.ts'
import { scriptPlace } from '../processes/script-place.ts'
import type { BookOffice, WholeTable } from './answer.ts'
import { isOfLibrary } from './library.ts'

export type BooksWish =
  | { readonly kind: 'list', readonly question: ListQuestion, readonly office: BookOffice, readonly from: number, readonly limit: number }
  | { readonly kind: 'report', readonly question: ReportQuestion, readonly office: BookOffice }
  | { readonly kind: 'table', readonly question: BookQuestion, readonly office: BookOffice }
  | { readonly kind: 'figures', readonly period: Period, readonly office: BookOffice }
  | { readonly kind: 'file', readonly question: BookQuestion, readonly office: BookOffice, readonly as: BookFile }

export interface BooksAsk {
  readonly id: number
  /** Set on the first question, and when too much has happened since the last: read the logs so far. */
  readonly heads: Position | undefined
  /** What was touched since, each with all its acts. */
  readonly news: readonly SubjectActs[]
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
}

/** Books and figures on a thread of their own: it reads the logs with the first question and ends when nobody asks for a while. */
export interface BooksThread {
  /** Throws when the thread breaks down; the next question starts another. */
  readonly ask: <Kind extends BooksWish['kind']>(wish: BooksWish & { readonly kind: Kind }) => Promise<Values[Kind]>
  readonly close: () => Promise<void>
}

export interface BooksThreadTools {
  /** The data folder. */
  readonly root: string
  readonly journal: Pick<Journal, 'heads' | 'actsOf' | 'onGrew'>
  /** How far a long reading is. */
  readonly tell: (read: number, total: number) => void
}

/** Folded dossiers of a whole office take memory, and seconds to read: without questions they are let go after this long. */
const IDLE_MS = 15 * 60_000
/** Telling more often only costs. */
const TELL_EVERY_MS = 100
/** More than this is read sooner from the first line. */
const MANY = 2_000

export function openBooksThread({ root, journal, tell }: BooksThreadTools): BooksThread {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let nextId = 1
  let toldAt = 0
  const touched = new Set<string>()
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void, readonly reject: (reason: Error) => void }>()
  let line: Promise<unknown> = Promise.resolve()
  journal.onGrew(acts => {
    if (worker !== undefined) for (const { subject } of acts) if (isOfLibrary(subject)) touched.add(subject)
  })

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

  /** One question after the other is posted, each with what was touched before it. */
  async function post(id: number, wish: BooksWish): Promise<void> {
    const heads = worker === undefined || touched.size > MANY ? journal.heads() : undefined
    const subjects = heads === undefined ? [...touched] : []
    touched.clear()
    worker ??= start()
    const to = worker
    const news = await Promise.all(subjects.map(async subject => ({ subject, acts: await journal.actsOf(subject) })))
    to.postMessage({ id, heads, news, wish } satisfies BooksAsk)
  }

  return {
    ask: wish => new Promise((resolve, reject) => {
      clearTimeout(idle)
      idle = setTimeout(() => { if (waiting.size === 0) void close() }, IDLE_MS).unref()
      const id = nextId++
      const posted = line.then(() => {
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
        return post(id, wish)
      })
      line = posted.catch((error: unknown) => {
        waiting.delete(id)
        reject(error instanceof Error ? error : new Error(String(error)))
      })
    }),
    close,
  }
}

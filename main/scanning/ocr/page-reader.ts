import { Worker } from 'node:worker_threads'
import { failure, type Result } from '../../../shared/base/result.ts'
import type { CardProposal } from '../../../shared/people/card-page.ts'
import type { CardQrProblem } from '../../../shared/people/card-qr.ts'
import { askThread } from '../../threads/ask-thread.ts'
import { workerPlace } from '../../threads/worker-place.ts'
import type { OcrFiles } from './ocr-files.ts'
import type { PageText } from './page-text.ts'

/** What the thread is asked: the bytes of a stored page or of a side as it came, and its dots an inch where only the scanner knows. */
export interface ReadingWish {
  readonly kind: keyof ReadingAnswers
  readonly bytes: Uint8Array
  readonly dpi: number | null
}

export interface ReadingAnswers {
  readonly text: PageText | undefined
  readonly card: Result<CardProposal, CardQrProblem>
}

/** Reads one page at a time on one thread: never more than one core, however much there is to read. */
export interface PageReader {
  /** Undefined when there is no picture in it, when it broke the engine or took too long. */
  readonly readText: (bytes: Uint8Array) => Promise<PageText | undefined>
  /** Problems: `card/…`. */
  readonly readCard: (bytes: Uint8Array, dpi?: number | null) => Promise<Result<CardProposal, CardQrProblem>>
  /** Gives the memory back once what is being read is read; reading again starts a new thread. */
  readonly rest: () => Promise<void>
  /** At once: what is being read is given up. */
  readonly stop: () => Promise<void>
}

export interface PageReaderOptions {
  readonly files: OcrFiles
  readonly report: (error: unknown) => void
  /** So long one page may take. */
  readonly patienceMs?: number
}

export function openPageReader({ files, report, patienceMs = 120_000 }: PageReaderOptions): PageReader {
  let running: { readonly worker: Worker, pages: number } | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function stop(): Promise<void> {
    const { worker } = running ?? {}
    running = undefined
    await worker?.terminate()
  }

  async function readNow<Kind extends keyof ReadingAnswers>(wish: ReadingWish & { readonly kind: Kind }): Promise<ReadingAnswers[Kind] | 'broke'> {
    running ??= { worker: new Worker(workerPlace('read-page', import.meta.url), { workerData: files }), pages: 0 }
    const { worker } = running
    try {
      const answer = await askThread(worker, wish, patienceMs) as ReadingAnswers[Kind]
      running.pages += 1
      // What the engine took of memory for one large page it never gives back.
      if (running.pages >= PAGES_A_THREAD) await stop()
      return answer
    } catch (error) {
      const wasStopped = running?.worker !== worker
      await stop()
      if (!wasStopped) report(error)
      return 'broke'
    }
  }

  function read<Kind extends keyof ReadingAnswers>(wish: ReadingWish & { readonly kind: Kind }): Promise<ReadingAnswers[Kind] | 'broke'> {
    const next = last.then(() => readNow(wish))
    last = next
    return next
  }

  return {
    readText: async bytes => {
      const text = await read({ kind: 'text', bytes, dpi: null })
      return text === 'broke' ? undefined : text
    },
    readCard: async (bytes, dpi = null) => {
      const card = await read({ kind: 'card', bytes, dpi })
      return card === 'broke' ? failure({ code: 'card/not-seen' }) : card
    },
    rest: async () => {
      await last
      await stop()
    },
    stop,
  }
}

const PAGES_A_THREAD = 200

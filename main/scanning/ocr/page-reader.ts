import { failure, type Result } from '../../../shared/base/result.ts'
import type { CardProposal } from '../../../shared/people/card-page.ts'
import type { CardQrProblem } from '../../../shared/people/card-qr.ts'
import { askProcess } from '../../processes/ask-process.ts'
import { startProcess, type OwnProcess } from '../../processes/own-process.ts'
import { scriptPlace } from '../../processes/script-place.ts'
import type { PageText } from './page-text.ts'

/** What the process is asked: the bytes of a stored page or of a side as it came, and its dots an inch where only the scanner knows. */
export interface ReadingWish {
  readonly kind: keyof ReadingAnswers
  readonly bytes: Uint8Array
  readonly dpi: number | null
}

export interface ReadingAnswers {
  readonly text: PageText | undefined
  readonly card: Result<CardProposal, CardQrProblem>
}

/** Reads one page at a time in one process: never more than one core, however much there is to read. */
export interface PageReader {
  /** Undefined when there is no picture in it, when it broke the engine or took too long. */
  readonly readText: (bytes: Uint8Array) => Promise<PageText | undefined>
  /** Problems: `card/…`. */
  readonly readCard: (bytes: Uint8Array, dpi?: number | null) => Promise<Result<CardProposal, CardQrProblem>>
  /** Gives the memory back once what is being read is read; reading again starts a new process. */
  readonly rest: () => Promise<void>
  /** At once: what is being read is given up. */
  readonly stop: () => Promise<void>
}

export interface PageReaderOptions {
  readonly report: (error: unknown) => void
  /** So long one page may take. */
  readonly patienceMs?: number
}

export function openPageReader({ report, patienceMs = 120_000 }: PageReaderOptions): PageReader {
  let running: { readonly apart: OwnProcess, pages: number } | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function stop(): Promise<void> {
    const { apart } = running ?? {}
    running = undefined
    apart?.end()
    await apart?.ended
  }

  async function readNow<Kind extends keyof ReadingAnswers>(wish: ReadingWish & { readonly kind: Kind }): Promise<ReadingAnswers[Kind] | 'broke'> {
    if (running?.apart.isGone() !== false) running = { apart: startProcess(scriptPlace('read-page.process', import.meta.url)), pages: 0 }
    const { apart } = running
    try {
      const answer = await askProcess(apart, wish, patienceMs) as ReadingAnswers[Kind]
      running.pages += 1
      // What the engine took of memory for one large page it never gives back.
      if (running.pages >= PAGES_A_PROCESS) await stop()
      return answer
    } catch (error) {
      const wasStopped = running?.apart !== apart
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

const PAGES_A_PROCESS = 200

import { Worker } from 'node:worker_threads'
import { askThread } from '../../threads/ask-thread.ts'
import { workerPlace } from '../../threads/worker-place.ts'
import type { PaperToJoin } from './join-pages.ts'
import type { CodedPage } from './put-page.ts'
import type { RenderSize } from './render-page.ts'

export type PdfWish =
  | { readonly kind: 'render', readonly bytes: Uint8Array, readonly size: RenderSize }
  | { readonly kind: 'take', readonly bytes: Uint8Array }
  | { readonly kind: 'join', readonly papers: readonly PaperToJoin[] }

export interface PdfAnswers {
  readonly render: Uint8Array | undefined
  readonly take: readonly CodedPage[]
  readonly join: Uint8Array
}

/** Shows and joins stored pages on one thread, one after another; it starts with the first wish and ends when there is none for a while. */
export interface PdfThread {
  /** WebP; undefined where there is no picture in it, or it takes too long. */
  readonly render: (bytes: Uint8Array, size: RenderSize) => Promise<Uint8Array | undefined>
  /** Empty where there is no picture in it, or it takes too long. */
  readonly take: (bytes: Uint8Array) => Promise<readonly CodedPage[]>
  readonly join: (papers: readonly PaperToJoin[]) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

/** One page from elsewhere may take so long to show; a PDF from elsewhere may have hundreds of them to take. */
const PATIENCE_MS: Readonly<Record<PdfWish['kind'], number>> = { render: 25_000, take: 300_000, join: 120_000 }
/** A thread costs memory: without wishes it ends after this long. */
const IDLE_MS = 30_000

export function openPdfThread(): PdfThread {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function close(): Promise<void> {
    const old = worker
    worker = undefined
    clearTimeout(idle)
    await old?.terminate()
  }

  async function askNow(wish: PdfWish): Promise<unknown> {
    clearTimeout(idle)
    worker ??= new Worker(workerPlace('pdf', import.meta.url))
    try {
      return await askThread(worker, wish, PATIENCE_MS[wish.kind])
    } catch (error) {
      await close()
      throw error
    } finally {
      idle = setTimeout(() => { void close() }, IDLE_MS).unref()
    }
  }

  function ask<Kind extends PdfWish['kind']>(wish: PdfWish & { readonly kind: Kind }): Promise<PdfAnswers[Kind]> {
    const turn = last.then(() => askNow(wish)) as Promise<PdfAnswers[Kind]>
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    render: (bytes, size) => ask({ kind: 'render', bytes, size }).catch(() => undefined),
    take: bytes => ask({ kind: 'take', bytes }).catch(() => []),
    join: papers => ask({ kind: 'join', papers }),
    close,
  }
}

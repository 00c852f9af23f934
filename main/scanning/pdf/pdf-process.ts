import { askProcess } from '../../processes/ask-process.ts'
import { living, startProcess, type OwnProcess } from '../../processes/own-process.ts'
import { scriptPlace } from '../../processes/script-place.ts'
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

/** Shows and joins stored pages in one process, one after another; it starts with the first wish and ends when idle for a while. */
export interface PdfProcess {
  /** WebP; undefined where there is no picture in it, or it takes too long. */
  readonly render: (bytes: Uint8Array, size: RenderSize) => Promise<Uint8Array | undefined>
  /** Empty where there is no picture in it, or it takes too long. */
  readonly take: (bytes: Uint8Array) => Promise<readonly CodedPage[]>
  readonly join: (papers: readonly PaperToJoin[]) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

/** One page from elsewhere may take so long to show; a PDF from elsewhere may have hundreds of them to take. */
const PATIENCE_MS: Readonly<Record<PdfWish['kind'], number>> = { render: 25_000, take: 300_000, join: 120_000 }
/** A process costs memory: without wishes it ends after this long. */
const IDLE_MS = 30_000

export function openPdfProcess(): PdfProcess {
  let running: OwnProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function close(): Promise<void> {
    const old = running
    running = undefined
    clearTimeout(idle)
    old?.end()
    await old?.ended
  }

  async function askNow(wish: PdfWish): Promise<unknown> {
    clearTimeout(idle)
    running = living(running, () => startProcess(scriptPlace('pdf.process', import.meta.url)))
    try {
      return await askProcess(running, wish, PATIENCE_MS[wish.kind])
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

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { OcrFiles } from './ocr-files.ts'
import type { GreyImage, PageText } from './page-text.ts'

/** Reads one image at a time on one thread, kept while there is something to read: never more than one core. */
export interface TextReader {
  /** Undefined when the image broke the engine or took too long; the next image gets a new one. */
  readonly read: (image: GreyImage) => Promise<PageText | undefined>
  /** Gives the memory back; reading again starts a new engine. */
  readonly rest: () => Promise<void>
}

export interface TextReaderOptions {
  readonly files: OcrFiles
  readonly report: (error: unknown) => void
  /** So long one image may take. */
  readonly patienceMs?: number
}

export function openTextReader({ files, report, patienceMs = 120_000 }: TextReaderOptions): TextReader {
  let running: { readonly worker: Worker, readonly ready: Promise<unknown>, read: number } | undefined
  let last: Promise<unknown> = Promise.resolve()

  function engine(): NonNullable<typeof running> {
    if (running !== undefined) return running
    const worker = new Worker(workerFile(), { workerData: files })
    const ready = answerOf(worker)
    ready.catch(() => undefined)
    running = { worker, ready, read: 0 }
    return running
  }

  async function rest(): Promise<void> {
    const { worker } = running ?? {}
    running = undefined
    await worker?.terminate()
  }

  async function readNext(image: GreyImage): Promise<PageText | undefined> {
    const timer = setTimeout(() => { rest().catch(report) }, patienceMs)
    try {
      const at = engine()
      await at.ready
      const answer = answerOf(at.worker)
      at.worker.postMessage(image)
      const text = await answer as PageText
      at.read += 1
      // What the engine took of memory for one large page it never gives back.
      if (at.read >= PAGES_AN_ENGINE) await rest()
      return text
    } catch (error) {
      await rest()
      report(error)
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    read: image => {
      const next = last.then(() => readNext(image))
      last = next
      return next
    },
    rest: async () => {
      await last
      await rest()
    },
  }
}

const PAGES_AN_ENGINE = 200

/** Bundled it lies beside this file; unbundled it is the source. */
function workerFile(): URL {
  const found = ['./read-text.worker.js', './read-text.worker.ts'].map(name => new URL(name, import.meta.url)).find(url => existsSync(fileURLToPath(url)))
  if (found === undefined) throw new Error('No text reader beside the program')
  return found
}

/** The next message; rejects when the thread breaks down or is ended first. */
function answerOf(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = (): void => { reject(new Error('The text reader ended')) }
    const settled = (): void => { worker.off('message', take).off('error', refuse).off('exit', gone) }
    const take = (message: unknown): void => {
      settled()
      resolve(message)
    }
    const refuse = (error: unknown): void => {
      settled()
      // A second failure of the same thread has nobody who waits for it.
      worker.on('error', () => undefined)
      reject(error instanceof Error ? error : new Error('The text reader broke down'))
    }
    worker.on('message', take).on('error', refuse).on('exit', gone)
  })
}

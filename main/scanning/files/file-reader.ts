import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { workerPlace } from '../../threads/worker-place.ts'
import type { FileSide, FileTrouble } from './file-side.ts'

/** What the thread tells of the file it is at. */
export type ReaderNews =
  | { readonly kind: 'opened' }
  | { readonly kind: 'side', readonly side: FileSide }
  | { readonly kind: 'end', readonly trouble: FileTrouble | null }

/** What the thread is asked: to begin with a file, or for its next page. */
export type ReaderWish = { readonly kind: 'read', readonly path: string } | { readonly kind: 'next' }

export interface FileReader {
  /** One file at a time; pages are made when they are asked for. */
  readonly read: (path: string, signal: AbortSignal) => AsyncGenerator<FileSide, FileTrouble | 'cancelled' | null>
  readonly close: () => Promise<unknown>
}

/** Milliseconds: a place on the network may not answer, and a page may be made never to be finished. */
const PATIENCE = { opens: 25_000, draws: 45_000 }

/** Reads files on a thread that can be given up at any time; the next file gets a new one. */
export function openFileReader(startWorker: () => Worker = startReading, patience = PATIENCE): FileReader {
  let worker: Worker | undefined

  async function* read(path: string, signal: AbortSignal): AsyncGenerator<FileSide, FileTrouble | 'cancelled' | null> {
    if (signal.aborted) return 'cancelled'
    worker ??= startWorker()
    let news = await ask(worker, { kind: 'read', path }, patience.opens, signal)
    let isIdle = false
    try {
      if (news === 'silent') return 'picture/gone'
      for (;;) {
        if (news === 'cancelled') return news
        if (news === 'silent') return 'picture/broken'
        if (news.kind === 'end') {
          isIdle = true
          return news.trouble
        }
        if (news.kind === 'side') yield news.side
        news = await ask(worker, { kind: 'next' }, patience.draws, signal)
      }
    } finally {
      // Whatever is still going on in there is of no use to the next file, and may never end: it is not waited for.
      if (!isIdle) void close()
    }
  }

  async function close(): Promise<void> {
    const old = worker
    worker = undefined
    await old?.terminate()
  }

  return { read, close }
}

/** Every wish has one answer; silent is also a thread that died of the file it was given. */
async function ask(worker: Worker, wish: ReaderWish, ms: number, signal: AbortSignal): Promise<ReaderNews | 'cancelled' | 'silent'> {
  const limit = AbortSignal.timeout(ms)
  const answered = new AbortController()
  const until = { signal: AbortSignal.any([signal, limit, answered.signal]) }
  const news = once(worker, 'message', until)
  const died = once(worker, 'exit', until).then(() => ['silent'])
  worker.postMessage(wish)
  try {
    const [first] = await Promise.race([news, died]) as [ReaderNews | 'silent']
    return first
  } catch (error) {
    if (signal.aborted) return 'cancelled'
    if (limit.aborted || isOfTheFile(error)) return 'silent'
    throw error
  } finally {
    answered.abort()
  }
}

/** What WebAssembly and the thread itself say when a file asks for more than there is. */
function isOfTheFile(error: unknown): boolean {
  return error instanceof Error && (error.name === 'RuntimeError' || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
}

function startReading(): Worker {
  return new Worker(workerPlace('read-file', import.meta.url))
}

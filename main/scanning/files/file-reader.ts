import { living, startProcess, type OwnProcess } from '../../processes/own-process.ts'
import { scriptPlace } from '../../processes/script-place.ts'
import type { FileSide, FileTrouble } from './file-side.ts'

/** What the process tells of the file it is at. */
export type ReaderNews =
  | { readonly kind: 'opened' }
  | { readonly kind: 'side', readonly side: FileSide }
  | { readonly kind: 'end', readonly trouble: FileTrouble | null }

/** What the process is asked: to begin with a file, or for its next page. */
export type ReaderWish = { readonly kind: 'read', readonly path: string } | { readonly kind: 'next' }

export interface FileReader {
  /** One file at a time; pages are made when they are asked for. */
  readonly read: (path: string, signal: AbortSignal) => AsyncGenerator<FileSide, FileTrouble | 'cancelled' | null>
  readonly close: () => Promise<unknown>
}

/** Milliseconds: a place on the network may not answer, and a page may be made never to be finished. */
const PATIENCE = { opens: 25_000, draws: 45_000 }

/** Reads files in a process that can be given up at any time; the next file gets a new one. */
export function openFileReader(start: () => OwnProcess = startReading, patience = PATIENCE): FileReader {
  let running: OwnProcess | undefined

  async function* read(path: string, signal: AbortSignal): AsyncGenerator<FileSide, FileTrouble | 'cancelled' | null> {
    if (signal.aborted) return 'cancelled'
    running = living(running, start)
    let news = await ask(running, { kind: 'read', path }, patience.opens, signal)
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
        news = await ask(running, { kind: 'next' }, patience.draws, signal)
      }
    } finally {
      // Whatever is still going on in there is of no use to the next file, and may never end: it is not waited for.
      if (!isIdle) end()
    }
  }

  function end(): void {
    running?.end()
    running = undefined
  }

  return {
    read,
    close: async () => {
      const old = running
      end()
      await old?.ended
    },
  }
}

/** Every wish has one answer; silent is also a process that died of the file it was given. */
async function ask(asked: OwnProcess, wish: ReaderWish, ms: number, signal: AbortSignal): Promise<ReaderNews | 'cancelled' | 'silent'> {
  if (signal.aborted) return 'cancelled'
  const answer = Promise.withResolvers<ReaderNews | 'cancelled' | 'silent'>()
  const unhear = asked.hear(news => { answer.resolve(news as ReaderNews) })
  const watch = setTimeout(() => { answer.resolve('silent') }, ms)
  const cancel = (): void => { answer.resolve('cancelled') }
  signal.addEventListener('abort', cancel)
  void asked.ended.then(({ isBug, said }) => {
    if (isBug) answer.reject(new Error('The process that reads files broke down', { cause: said }))
    else answer.resolve('silent')
  })
  asked.awaited(true)
  asked.tell(wish)
  try {
    return await answer.promise
  } finally {
    asked.awaited(false)
    clearTimeout(watch)
    signal.removeEventListener('abort', cancel)
    unhear()
  }
}

function startReading(): OwnProcess {
  return startProcess(scriptPlace('read-file.process', import.meta.url))
}

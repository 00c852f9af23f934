import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import type { ReaderNews, ReaderWish } from './file-reader.ts'
import type { FileSides } from './file-side.ts'
import { readFile } from './read-file.ts'

// A file may be hostile or take minutes: it is read where nobody types, one page each time one is asked for.
sharp.concurrency(1)
sharp.cache(false)

let sides: FileSides | undefined
const tell = (news: ReaderNews, pass: readonly ArrayBuffer[] = []): void => { parentPort?.postMessage(news, pass) }

// A throw in here ends the thread, and is told to whoever reads.
parentPort?.on('message', (wish: ReaderWish) => { void (wish.kind === 'read' ? begin(wish.path) : goOn()) })

async function begin(path: string): Promise<void> {
  const opened = await readFile(path)
  sides = typeof opened === 'string' ? undefined : opened
  tell(typeof opened === 'string' ? { kind: 'end', trouble: opened } : { kind: 'opened' })
}

async function goOn(): Promise<void> {
  const turn = await sides?.next()
  if (turn === undefined) return
  if (turn.done === true) {
    tell({ kind: 'end', trouble: turn.value })
    return
  }
  const bytes = new Uint8Array(turn.value.bytes)
  tell({ kind: 'side', side: { ...turn.value, bytes } }, [bytes.buffer])
}

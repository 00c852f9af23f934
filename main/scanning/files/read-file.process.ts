import sharp from 'sharp'
import { hearProgram, stepBack, tellProgram } from '../../processes/parent.ts'
import type { ReaderNews, ReaderWish } from './file-reader.ts'
import type { FileSides } from './file-side.ts'
import { readFile } from './read-file.ts'

// A file may be hostile or take minutes: it is read where nobody types, one page each time one is asked for.
sharp.concurrency(1)
sharp.cache(false)
stepBack()

let sides: FileSides | undefined
const tell = (news: ReaderNews): void => { tellProgram(news) }

// A throw in here ends the process, and is told to whoever reads.
hearProgram<ReaderWish>(wish => { (wish.kind === 'read' ? begin(wish.path) : goOn()).catch(breakDown) })

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
  tell({ kind: 'side', side: turn.value })
}

/** What WebAssembly says when a file asks for more than there is; anything else is an error of ours. */
function breakDown(error: unknown): void {
  if (error instanceof Error && error.name === 'RuntimeError') process.exit(1)
  throw error
}

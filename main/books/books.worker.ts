import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { tableToCsv } from '../../shared/registers/csv.ts'
import { sha256 } from '../journal/sha256.ts'
import { answersFrom } from './answer.ts'
import type { BooksAnswer, BooksAsk, BooksWish } from './books-thread.ts'
import { openLibrary } from './library.ts'

// Tens of thousands of folded dossiers, and tables made of them, are no work for the thread that answers key presses.
// The bundle names the code it is made of, down to the last file, so its sum tells builds apart.
const library = openLibrary({ root: String(workerData), build: sha256(readFileSync(fileURLToPath(import.meta.url))) })
const answers = answersFrom(library)
let last: Promise<unknown> = Promise.resolve()
let quiet: NodeJS.Timeout | undefined
let isReadingAhead = false

/** A snapshot is written once nobody has asked for so long: it keeps the next answer waiting. */
const QUIET_MS = 3_000

parentPort?.on('message', (ask: BooksAsk) => {
  clearTimeout(quiet)
  last = last.then(() => answer(ask)).then(tell, (error: unknown) => { tell({ id: ask.id, failed: wordsOf(error) }) })
  if (isOfAllDays(ask.wish)) last = last.then(beginToReadAhead)
  quiet = setTimeout(() => { last = last.then(library.keep).catch(endThread) }, QUIET_MS)
})

async function answer({ id, heads, wish }: BooksAsk): Promise<BooksAnswer> {
  await library.readTo(heads, (read, total) => { tell({ reading: { read, total } }) })
  return { id, value: await valueOf(wish) }
}

/** Who looks at a whole book sorts or filters it next, and that asks for every dossier. Questions come between the steps. */
function beginToReadAhead(): void {
  if (isReadingAhead) return
  isReadingAhead = true
  setImmediate(readAhead)
}

function readAhead(): void {
  isReadingAhead = library.readAhead()
  if (isReadingAhead) setImmediate(readAhead)
}

function isOfAllDays(wish: BooksWish): boolean {
  return wish.kind === 'list' && wish.question.kind === 'register' && wish.question.from === null && wish.question.until === null
}

async function valueOf(wish: BooksWish): Promise<unknown> {
  switch (wish.kind) {
    case 'list':
      return answers.list(wish.question, wish.office, wish.from, wish.limit)
    case 'report':
      return answers.report(wish.question, wish.office)
    case 'table':
      return answers.whole(wish.question, wish.office)
    case 'figures':
      return answers.figures(wish.period, wish.office)
    case 'keep':
      await library.keep()
      return null
    case 'file': {
      const { table, totals } = answers.whole(wish.question, wish.office)
      // The first look at a book waits for nothing that only files need.
      const { tableToXlsx } = await import('./table-to-xlsx.ts')
      const bytes = wish.as === 'csv' ? Buffer.from(tableToCsv(table)) : await tableToXlsx({ table, ...(totals === undefined ? {} : { totals }) })
      return { bytes, count: table.rows.length }
    }
  }
}

function tell(message: BooksAnswer): void {
  parentPort?.postMessage(message)
}

/** What went wrong here is a bug: the thread ends, and the next question starts another. */
function endThread(error: unknown): void {
  setImmediate(() => { throw error })
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.stack ?? error.message : ''
}

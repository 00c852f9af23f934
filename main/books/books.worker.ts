import { parentPort, workerData } from 'node:worker_threads'
import { tableToCsv } from '../../shared/registers/csv.ts'
import { answersFrom } from './answer.ts'
import type { BooksAnswer, BooksAsk, BooksWish } from './books-thread.ts'
import { openLibrary } from './library.ts'
import { tableToXlsx } from './table-to-xlsx.ts'

// Tens of thousands of folded dossiers, and tables made of them, are no work for the thread that answers key presses.
const library = openLibrary(String(workerData))
const answers = answersFrom(library)
let last: Promise<unknown> = Promise.resolve()

parentPort?.on('message', (ask: BooksAsk) => {
  last = last.then(() => answer(ask)).then(tell, (error: unknown) => { tell({ id: ask.id, failed: error instanceof Error ? error.stack ?? error.message : '' }) })
})

async function answer({ id, heads, news, wish }: BooksAsk): Promise<BooksAnswer> {
  if (heads !== undefined) await library.read(heads, (read, total) => { tell({ reading: { read, total } }) })
  if (news.length > 0) library.renew(news)
  return { id, value: await valueOf(wish) }
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
    case 'file': {
      const { table, totals } = answers.whole(wish.question, wish.office)
      const bytes = wish.as === 'csv' ? Buffer.from(tableToCsv(table)) : await tableToXlsx({ table, ...(totals === undefined ? {} : { totals }) })
      return { bytes, count: table.rows.length }
    }
  }
}

function tell(message: BooksAnswer): void {
  parentPort?.postMessage(message)
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the bytes on disk say about the books, read without one line of the product's code. */
export interface BooksOnDisk {
  /** By book, `<device>.<kind>.<year>`: its numbers in the order of the log. */
  readonly numbers: ReadonlyMap<string, readonly number[]>
  /** Numbers between the first and the last of a book that stand nowhere; a book begins at 1. */
  readonly gaps: number
  readonly twice: number
  /** Numbers and voids that stand behind the closing of their book. */
  readonly afterClosing: number
  readonly voided: number
  readonly closed: number
}

export interface Line { readonly kind: string; readonly device: string; readonly body: Readonly<Record<string, unknown>> }

/** Reads every whole line of every log; what stands after the last newline was never acknowledged. */
export function readBooksOnDisk(dataFolder: string): BooksOnDisk {
  const numbers = new Map<string, number[]>()
  const closedBooks = new Set<string>()
  let [afterClosing, voided] = [0, 0]
  for (const { kind, device, body } of linesIn(join(dataFolder, 'journal'), isOfBooks)) {
    if (kind === 'book/closed') closedBooks.add(keyOf(device, body))
    if (kind === 'certification/voided') {
      voided += 1
      if (closedBooks.has(keyOf(device, body['book'] as Line['body']))) afterClosing += 1
    }
    if (kind !== 'certification/certified') continue
    for (const { book, number } of body['papers'] as readonly { readonly book: Line['body']; readonly number: number }[]) {
      const key = keyOf(device, book)
      numbers.set(key, numbers.get(key) ?? [])
      numbers.get(key)?.push(number)
      if (closedBooks.has(key)) afterClosing += 1
    }
  }
  let [gaps, twice] = [0, 0]
  for (const ofBook of numbers.values()) {
    const distinct = new Set(ofBook)
    gaps += ofBook.reduce((most, number) => Math.max(most, number), 0) - distinct.size
    twice += ofBook.length - distinct.size
  }
  return { numbers, gaps, twice, afterClosing, voided, closed: closedBooks.size }
}

const isOfBooks = (kind: string): boolean => kind.startsWith('certification/') || kind.startsWith('book/')

/** Every whole line of these kinds, log by log in its order; what stands after the last newline was never acknowledged. */
export function* linesIn(journal: string, isWanted: (kind: string) => boolean): Generator<Line> {
  for (const device of existsSync(journal) ? readdirSync(journal).sort() : []) {
    for (const day of readdirSync(join(journal, device)).filter(file => file.endsWith('.ndjson')).sort()) {
      const lines = readFileSync(join(journal, device, day), 'utf8').split('\n')
      lines.pop()
      for (const line of lines) {
        const [envelope = '', body = ''] = line.split('\t')
        const { kind } = JSON.parse(envelope) as { kind: string }
        if (isWanted(kind)) yield { kind, device, body: JSON.parse(body) as Line['body'] }
      }
    }
  }
}

function keyOf(device: string, book: Line['body']): string {
  return `${device}.${String(book['kind'])}.${String(book['year'])}`
}

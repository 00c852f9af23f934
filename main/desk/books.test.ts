import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBooksOnDisk } from '../../tests/faults/books-on-disk.ts'
import { workUntilKilled } from '../../tests/faults/process-until-killed.ts'

test('N3 and N5 a process killed while it certifies leaves no gap in a book and no number twice, over the end of a year', { timeout: 60_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), 'books-killed-'))
  const acknowledged: string[] = []
  for (const [at, untilNumbers] of [['2026-12-30T02:00:00.000Z', 1], ['2026-12-30T03:00:00.000Z', 200], ['2027-01-04T02:00:00.000Z', 90]] as const) {
    const { numbers, refused } = await workUntilKilled('certify-for-ever', { root, at, seed: untilNumbers, untilNumbers })
    expect(refused).toEqual([])
    acknowledged.push(...numbers)
  }
  const { numbers, gaps, twice, afterClosing, closed } = readBooksOnDisk(root)
  const there = new Set([...numbers].flatMap(([book, ofBook]) => ofBook.map(number => `${book} ${String(number)}`)))
  expect({ gaps, twice, afterClosing, closed, lost: acknowledged.filter(number => !there.has(number)) })
    .toEqual({ gaps: 0, twice: 0, afterClosing: 0, closed: 3, lost: [] })
  expect([...numbers.keys()].filter(book => book.endsWith('.2027'))).not.toEqual([])
})

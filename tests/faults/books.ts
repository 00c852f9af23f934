import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, localToInstant } from '../../shared/base/day.ts'
import { seededRandom } from '../builders/random.ts'
import { readBooksOnDisk } from './books-on-disk.ts'
import { workUntilKilled } from './process-until-killed.ts'
import type { Rig } from './rig.ts'

/** So many numbers in all, however often the process is killed. */
const NUMBERS = 100_000
const FIRST_DAY = '2026-10-01'
const DAYS_A_RUN = 4

/**
 * The real desk and journal certify, void and close, and are killed at any moment; every sixth time the drive refuses in the middle of a
 * write first. An oracle that shares no code with the product reads the bytes: no gap in any book, no number twice (rules N3, N5).
 *
 * Each run is a few days after the one before, in a file of its own, so that years end, books are closed and others are opened.
 */
export const books: Rig = async ({ runs, seed, say }) => {
  const random = seededRandom(seed)
  const root = mkdtempSync(join(tmpdir(), 'books-'))
  const acknowledged = new Set<string>()
  let [refused, lost] = [0, 0]
  const share = Math.ceil(NUMBERS / runs)
  for (let run = 1; run <= runs; run += 1) {
    const at = localToInstant(addDays(FIRST_DAY, run * DAYS_A_RUN), 8 * 60)
    const isRefused = run % 6 === 0
    const answered = await workUntilKilled('certify-for-ever', {
      root, at, seed: seed * 10_000 + run, untilNumbers: random.between(share, 2 * share),
      untilRefused: isRefused ? random.between(1, 60) : 1,
      ...(isRefused ? { largestFile: random.between(20_000, 150_000) } : {}),
    })
    for (const number of answered.numbers) acknowledged.add(number)
    refused += answered.refused.length
    if (run % 10 !== 0 && run !== runs) continue
    const onDisk = readBooksOnDisk(root)
    const there = new Set([...onDisk.numbers].flatMap(([book, numbers]) => numbers.map(number => `${book} ${String(number)}`)))
    lost = [...acknowledged].filter(number => !there.has(number)).length
    say(`${String(run)} kills, ${String(there.size)} numbers, ${String(onDisk.gaps)} gaps, ${String(onDisk.twice)} twice, ${String(lost)} lost`)
  }
  const { numbers, gaps, twice, afterClosing, voided, closed } = readBooksOnDisk(root)
  const count = [...numbers.values()].reduce((sum, ofBook) => sum + ofBook.length, 0)
  rmSync(root, { recursive: true })
  return { numbers: count, kills: runs, books: numbers.size, closed, voided, refused, gaps, twice, lost, afterClosing }
}

import { DAY, MINUTE } from './due-oracle.ts'
import { feeClerkLan, STAFF } from './dossier-life.ts'
import { clerkAn } from './moment.ts'
import { certify, type ModelBooks } from './walk-books.ts'
import { act, compareDossier, dossiersOf, receive } from './walk-dossiers.ts'
import { compareReceipts, walkMoney } from './walk-money.ts'
import { compareMonths } from './walk-months.ts'
import { meet, walkedOffice, type WalkFigures } from './walk-office.ts'

/**
 * An office of three counters lives `steps` random steps, by the program's verbs and by the model beside it: offline, meeting now and
 * then, their clocks apart. State, due days, parts, money, receipts, drawers, books and the months' reports must be the same.
 */
export function walkLife(seed: number, steps: number, say: (line: string) => void): WalkFigures {
  const walk = walkedOffice(seed, steps, say)
  const { random, counters, figures } = walk
  const books: ModelBooks = { written: new Map(), closed: new Set() }
  let now = Date.parse('2026-03-02T01:00:00.000Z') + random.between(0, 300) * DAY
  for (let step = 0; step < steps; step += 1) {
    now += random.next() < 0.15 ? random.between(1, 4) * DAY : random.between(1, 90) * MINUTE
    const counter = random.pick(counters)
    const at = now + counter.skew
    const by = random.next() < 0.7 ? clerkAn : random.pick(STAFF)
    const roll = random.next()
    if (roll < 0.06) meet(counter, random.pick(counters))
    else if (roll < 0.15) receive(walk, counter, by, at)
    else if (roll < 0.24) certify(walk, books, counter, by, at)
    else if (roll < 0.34) walkMoney(walk, counter, random.pick([by, feeClerkLan, random.pick(STAFF)]), at)
    else act(walk, counter, at)
  }
  for (const one of counters) for (const other of counters) meet(one, other)
  for (const one of counters) for (const other of counters) meet(one, other)
  const [first] = counters
  for (const counter of counters) for (const subject of dossiersOf(counter)) compareDossier(walk, counter, subject)
  if (first !== undefined) {
    compareMonths(walk, first, now)
    compareReceipts(walk, first)
  }
  return figures
}

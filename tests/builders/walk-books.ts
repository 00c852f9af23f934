import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import type { User } from '../../shared/users/user.ts'
import { counts, DAY, dayOf, oracleDue, wall } from './due-oracle.ts'
import { blankFor, drawBlank, maySpoil, moveCash } from './walk-money.ts'
import { COPIES, type Counter, type WalkedOffice } from './walk-office.ts'

/** The books of the express lane as the model keeps them: the last number of each, and which are closed. */
export interface ModelBooks {
  readonly written: Map<string, number>
  readonly closed: Set<string>
}

/** Papers are certified, a number of a visit is made void, or the book of the year is closed. */
export function certify(walk: WalkedOffice, books: ModelBooks, counter: Counter, by: User, at: number): void {
  const { random, visits, decide, judge, write } = walk
  const year = dayOf(at).slice(0, 4)
  const book = `${counter.name} ${year}`
  const may = by.roles.some(role => role === 'clerk' || role === 'director')
  const own = visits.filter(({ device }) => device === counter.name)
  const roll = random.next()
  if (roll < 0.1) {
    const answer = decide(counter, 'book/close', { subject: `book:${counter.name}.copies.${year}` }, by, at)
    const isRight = by.roles.some(role => role === 'leader' || role === 'director')
    const isTime = dayOf(at) >= lastWorkingDay(year)
    if (judge('close the book', answer, isRight && isTime && books.written.has(book) && !books.closed.has(book))) {
      write(counter, answer.value, by, at)
      books.closed.add(book)
    }
  } else if (roll < 0.3 && own.length > 0) {
    const visit = random.pick(own)
    const paper = random.pick(visit.papers)
    const of = dayOf(visit.at).slice(0, 4)
    const input = { subject: visit.subject, book: { kind: 'copies', year: Number(of) }, number: paper.number, reason: 'Ghi nhầm' }
    const answer = decide(counter, 'certification/void', input, by, at, visit.subject)
    const isPaid = visit.papers.some(other => other !== paper && other.voidedAt === null)
    const old = visit.blank !== null && maySpoil(counter, visit.blank) ? visit.blank : undefined
    const next = old !== undefined && isPaid ? blankFor(counter, by) : 'none'
    const isOpen = paper.voidedAt === null && !books.closed.has(`${counter.name} ${of}`)
    if (judge('void a number', answer, may && isOpen && next !== 'used-up') && next !== 'used-up') {
      const acts = write(counter, answer.value, by, at)
      moveCash(walk, counter, by, { what: 'give-back', subject: visit.subject, amount: paper.fee })
      paper.voidedAt = at
      if (old !== undefined) visit.blank = next === 'none' ? null : next
      drawBlank(walk, counter, acts, at, next, old)
    }
  } else enter(walk, books, counter, by, at, may && !books.closed.has(book))
  compareBook(walk, books, counter, year)
}

function enter(walk: WalkedOffice, { written }: ModelBooks, counter: Counter, by: User, at: number, isAllowed: boolean): void {
  const { random, clock, visits, figures, decide, judge, write } = walk
  const papers = Array.from({ length: random.between(1, 3) }, () =>
    ({ pageCount: random.between(1, 300), copyCount: random.between(1, 4) }))
  const payment = random.pick(['cash', 'cash', 'transfer'] as const)
  const answer = decide(counter, 'certification/certify', {
    person: { name: 'Phạm Thị Mẫu', personalNumber: '092190000456' }, identity: 'card-read', payment,
    signer: { name: 'Đặng Thị Lan', title: 'Phó Chủ tịch' }, papers: papers.map(each => ({ procedure: COPIES, name: 'Bằng', ...each })),
  }, by, at)
  const blank = blankFor(counter, by)
  if (!judge('certify', answer, isAllowed && blank !== 'used-up') || blank === 'used-up') return
  const book = `${counter.name} ${dayOf(at).slice(0, 4)}`
  const last = written.get(book) ?? 0
  written.set(book, last + papers.length)
  figures.numbers += papers.length
  const acts = write(counter, answer.value, by, at)
  const subject = acts.at(-1)?.subject ?? ''
  const due = oracleDue(at, 0, 'same-day', clock.calendar, clock.hours) ?? at
  const charged = papers.map(({ pageCount, copyCount }, i) => ({
    number: last + i + 1, voidedAt: null,
    fee: Math.min(200_000, 2000 * Math.min(2, pageCount) + 1000 * Math.max(0, pageCount - 2)) * copyCount,
  }))
  visits.push({ subject, device: counter.name, at, due, papers: charged, blank: blank === 'none' ? null : blank })
  moveCash(walk, counter, by, { what: 'take', subject, amount: charged.reduce((sum, { fee }) => sum + fee, 0), method: payment })
  drawBlank(walk, counter, acts, at, blank)
}

function compareBook({ differ }: WalkedOffice, { written, closed }: ModelBooks, counter: Counter, year: string): void {
  const state = counter.books[`book:${counter.name}.copies.${year}`]
  const book = `${counter.name} ${year}`
  differ(`the book ${book}`, [state?.last ?? 0, (state?.closedAt ?? null) !== null], [written.get(book) ?? 0, closed.has(book)])
}

function lastWorkingDay(year: string): string {
  let ms = Date.parse(`${year}-12-31T05:00:00.000Z`)
  while (!counts(wall(ms), NATIONAL_CALENDAR)) ms -= DAY
  return dayOf(ms)
}

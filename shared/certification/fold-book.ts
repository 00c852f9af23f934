import type { Act } from '../acts/act.ts'
import { inFoldingOrder } from '../acts/order.ts'
import { parseBookSubject, type BookOf } from './book.ts'
import type { Certification, CertifiedPaper } from './certification.ts'
import { readAct } from './read-act.ts'

/** One row of a book: a number, its paper and its visit. */
export interface BookEntry {
  readonly number: number
  readonly paper: CertifiedPaper
  readonly visit: Certification
}

/** A book (quyển sổ) as it is read, printed and checked. */
export interface Book extends BookOf {
  readonly subject: string
  readonly label: string
  /** UTC, ms. */
  readonly openedAt: string | undefined
  readonly closed: undefined | { readonly at: string; readonly byName: string; readonly last: number; readonly voidedCount: number }
  /** In the order of their numbers. */
  readonly entries: readonly BookEntry[]
  /** Numbers that should be there and are not: none, unless lines of the device have not arrived yet (rule N5). */
  readonly missing: readonly number[]
  /** Numbers its PC gave that came here after another PC had closed the book (rule N6): they stand, and the closing falls short. */
  readonly afterClosing: readonly number[]
}

/** One book from its own acts and the visits of its device, both in any order; undefined when there is neither. */
export function foldBook(subject: string, ownActs: readonly Act[], visits: readonly Certification[]): Book | undefined {
  const of = parseBookSubject(subject)
  if (of === undefined) return undefined
  const entries = entriesOf(of, visits)
  const known = inFoldingOrder(ownActs.filter(act => act.subject === subject))
    .flatMap(act => { const body = readAct(act); return body === undefined ? [] : [{ act, ...body }] })
  const opened = known.find(({ kind, act }) => kind === 'book/opened' && act.device === of.device)
  const closing = known.find(act => act.kind === 'book/closed')
  const label = opened?.kind === 'book/opened' ? opened.body.label : entries[0]?.paper.book.label
  if (label === undefined) return undefined
  const closed = closing && {
    at: closing.act.at, byName: closing.body.closedByName, last: closing.body.last, voidedCount: closing.body.voidedCount,
  }
  const last = Math.max(closed?.last ?? 0, entries.at(-1)?.number ?? 0)
  const afterClosing = closed === undefined ? [] : entries.flatMap(({ number }) => number > closed.last ? [number] : [])
  return { ...of, subject, label, openedAt: opened?.act.at, closed, entries, missing: missingIn(entries, last), afterClosing }
}

/** The numbers of one book among the visits, in order. */
export function entriesOf(of: BookOf, visits: readonly Certification[]): readonly BookEntry[] {
  return visits.filter(({ device }) => device === of.device)
    .flatMap(visit => visit.papers.flatMap(paper =>
      paper.book.kind === of.kind && paper.book.year === of.year ? [{ number: paper.number, paper, visit }] : []))
    .sort((one, other) => one.number - other.number)
}

function missingIn(entries: readonly BookEntry[], last: number): readonly number[] {
  const there = new Set(entries.map(({ number }) => number))
  return Array.from({ length: last }, (_, i) => i + 1).filter(number => !there.has(number))
}

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
  readonly closed: undefined | {
    readonly at: string
    readonly byName: string
    readonly last: number
    readonly voidedCount: number
    /** Were with other desks, and not known to be entered (rule N6). */
    readonly lentCount: number
  }
  /** In the order of their numbers. */
  readonly entries: readonly BookEntry[]
  /** Numbers that should be there and are not: none, unless lines of the device have not arrived yet (rule N5). */
  readonly missing: readonly number[]
  /** Lent to another desk, whose entry has not arrived or was never made (rule N6): they are given to nobody else. */
  readonly lentOut: readonly { readonly number: number; readonly to: string; readonly toDesk: string; readonly at: string }[]
  /** Entered twice, or by a desk to which nobody is known to have lent it: somebody has to look (rules N5, N6). */
  readonly doubted: readonly number[]
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
    lentCount: closing.body.lentCount ?? 0,
  }
  const lent = known.flatMap(({ act, ...one }) => one.kind === 'book/numbers-lent' && act.device === of.device
    ? Array.from({ length: one.body.count }, (_, i) => {
        const { from, to, toDesk } = one.body
        return { number: from + i, to, toDesk, at: act.at }
      })
    : [])
  const there = new Set(entries.map(({ number }) => number))
  const lentOut = lent.filter(({ number }) => !there.has(number)).sort((one, other) => one.number - other.number)
  const last = Math.max(closed?.last ?? 0, entries.at(-1)?.number ?? 0, lentOut.at(-1)?.number ?? 0)
  const afterClosing = closed === undefined ? [] : entries.flatMap(({ number }) => number > closed.last ? [number] : [])
  const missing = missingIn([...there, ...lentOut.map(({ number }) => number)], last)
  const doubted = doubtedIn(of, entries, lent)
  return { ...of, subject, label, openedAt: opened?.act.at, closed, entries, missing, lentOut, doubted, afterClosing }
}

/** The numbers of one book among the visits, in order: those of its own desk, and those lent to others (rule N6). */
export function entriesOf(of: BookOf, visits: readonly Certification[]): readonly BookEntry[] {
  return visits
    .flatMap(visit => visit.papers.flatMap(paper => {
      const { kind, year, keeper = visit.device } = paper.book
      return keeper === of.device && kind === of.kind && year === of.year ? [{ number: paper.number, paper, visit }] : []
    }))
    .sort((one, other) => one.number - other.number || compareTexts(one.visit.subject, other.visit.subject))
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

function doubtedIn(
  { device }: BookOf, entries: readonly BookEntry[], lent: readonly { readonly number: number; readonly to: string }[],
): readonly number[] {
  const lentTo = new Map(lent.map(({ number, to }) => [number, to]))
  const isRightful = ({ number, visit }: BookEntry): boolean => (lentTo.get(number) ?? device) === visit.device
  const isTwice = ({ number }: BookEntry, i: number): boolean => entries[i - 1]?.number === number
  return [...new Set(entries.flatMap((entry, i) => isTwice(entry, i) || !isRightful(entry) ? [entry.number] : []))]
}

function missingIn(known: readonly number[], last: number): readonly number[] {
  const there = new Set(known)
  return Array.from({ length: last }, (_, i) => i + 1).filter(number => !there.has(number))
}

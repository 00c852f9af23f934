import type { NewAct } from '../acts/act.ts'
import type { Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { NoRange } from '../units/number-range.ts'
import type { CertificationBodies } from './act-bodies.ts'
import { bookLabel, bookNumberOf, byKind, bookSubject } from './book.ts'
import type { BookKind } from './book-kinds.ts'
import { numbersInHand } from './books.ts'
import type { CertificationMoment } from './moment.ts'

/** The book of this year is closed: nothing more is entered. */
export interface ClosedBook extends Problem {
  readonly code: 'book/closed'
  readonly label: string
  /** UTC, ms. */
  readonly closedAt: string
}

/** The keeper's numbers in hand do not suffice, and the clerk did not choose the desk's own book (rule N6). */
export interface KeeperAway extends Problem {
  readonly code: 'certification/keeper-away'
  readonly desk: string
  /** How many numbers of each kind are lacking. */
  readonly lacking: readonly { readonly kind: BookKind; readonly count: number }[]
}

type Numbered = Pick<CertificationBodies['certification/certified']['papers'][number], 'book' | 'number'>

/** The numbers in the order asked for, and the openings of books that have none yet. */
export interface Drawn {
  readonly numbers: readonly Numbered[]
  readonly opened: readonly NewAct[]
}

/**
 * The next numbers of the year, one for each kind asked for: of the keeper's book those this desk was lent and has in hand (rule N6),
 * else, where there is no keeper or the clerk chose so, of this desk's own books (N5).
 *
 * They are drawn only when the acts that use them are on disk (N3): the same turn appends them, and what is not saved is drawn again.
 * Problems: `number/no-range` while this PC waits to be told which books are its own (N4), `book/closed`, `certification/keeper-away`.
 */
export function drawNumbers(
  kinds: readonly BookKind[], today: Day, moment: CertificationMoment, mayUseOwn: boolean,
): Result<Drawn, NoRange | ClosedBook | KeeperAway> {
  const { office, keeper, desks } = moment
  if (office.numberRange === null) return failure({ code: 'number/no-range' })
  const year = Number(today.slice(0, 4))
  const inHand = numbersOfKeeper(kinds, year, moment)
  const lacking = countByKind(kinds).flatMap(({ kind, count }) => {
    const left = count - (inHand.get(kind)?.length ?? 0)
    return left > 0 ? [{ kind, count: left }] : []
  })
  if (keeper !== null && keeper !== office.device && !mayUseOwn && lacking.length > 0) {
    return failure({ code: 'certification/keeper-away', desk: desks[keeper] ?? keeper, lacking })
  }
  const own = ownBooks(lacking.map(({ kind }) => kind), year, moment, bookNumberOf(office.numberRange))
  if (!own.ok) return own
  const { opened, next } = own.value
  return success({ numbers: kinds.map(kind => inHand.get(kind)?.shift() ?? next(kind)), opened })
}

/** How many of each kind, in the order in which kinds are listed. */
export function countByKind(kinds: readonly BookKind[]): readonly { readonly kind: BookKind; readonly count: number }[] {
  return [...new Set(kinds)].sort(byKind).map(kind => ({ kind, count: kinds.filter(each => each === kind).length }))
}

/** Lent before and not entered: they go first, so that nothing stays behind. A closed book takes none of them. */
function numbersOfKeeper(
  kinds: readonly BookKind[], year: number, { office, keeper, bookState }: CertificationMoment,
): ReadonlyMap<BookKind, Numbered[]> {
  const inHand = new Map<BookKind, Numbered[]>()
  if (keeper === null || keeper === office.device) return inHand
  for (const { kind, count } of countByKind(kinds)) {
    const state = bookState(bookSubject({ device: keeper, kind, year }))
    if (state === undefined || state.closedAt !== null) continue
    const { label } = state
    inHand.set(kind, numbersInHand(state, office.device).slice(0, count).map(number => ({ book: { kind, year, keeper, label }, number })))
  }
  return inHand
}

interface OwnBooks {
  readonly opened: readonly NewAct[]
  readonly next: (kind: BookKind) => Numbered
}

function ownBooks(
  kinds: readonly BookKind[], year: number, { office, bookState }: CertificationMoment, bookNumber: number,
): Result<OwnBooks, ClosedBook> {
  const books = new Map<BookKind, { readonly label: string; last: number }>()
  const opened: NewAct[] = []
  for (const kind of kinds) {
    const subject = bookSubject({ device: office.device, kind, year })
    const state = bookState(subject)
    if (state !== undefined && state.closedAt !== null) return failure({ code: 'book/closed', label: state.label, closedAt: state.closedAt })
    const label = state?.label ?? bookLabel(bookNumber, { kind, year })
    if (state === undefined) opened.push({ subject, kind: 'book/opened', body: { kind, year, label } })
    books.set(kind, { label, last: state?.last ?? 0 })
  }
  return success({
    opened,
    next: kind => {
      const book = books.get(kind)
      if (book === undefined) throw new Error('A book was not opened')
      book.last += 1
      return { book: { kind, year, label: book.label }, number: book.last }
    },
  })
}

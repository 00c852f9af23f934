import { create } from 'zustand'
import { addDays, parseDay, type Day } from '../../shared/base/day.ts'
import type { CellQuestion } from '../../shared/bridge/books-api.ts'
import { periodOf, periodBefore, type Period, type PeriodKind } from '../../shared/reports/period.ts'

export type Span = PeriodKind | 'range' | 'all'

export interface BooksState {
  readonly view: 'register' | 'report'
  readonly register: string
  readonly report: string
  readonly grouping: string
  readonly span: Span
  /** A day of the period; null is today. */
  readonly on: Day | null
  /** Of a free range, as typed. */
  readonly fromText: string
  readonly untilText: string
  readonly words: string
  readonly sortBy: CellQuestion['sortBy']
  /** The cell of a report whose list is open; its row and column. */
  readonly cell: { readonly row: string | null; readonly column: string } | null
}

/** What is asked of the books; it stays while a dossier is looked at and one comes back. */
export const useBooks = create<BooksState>(() => ({
  view: 'register', register: 'dossier-register', report: 'progress', grouping: 'field', span: 'month', on: null, fromText: '', untilText: '',
  words: '', sortBy: null, cell: null,
}))

export function changeBooks(change: Partial<BooksState>): void {
  useBooks.setState(change)
}

/** The days that are meant; null where there is no limit, undefined while a typed day is none. */
export function periodOfBooks({ span, on, fromText, untilText }: BooksState, today: Day): Period | null | undefined {
  if (span === 'all') return null
  if (span !== 'range') return periodOf(span, on ?? today)
  const [from, until] = [parseDay(fromText), parseDay(untilText)]
  return from === undefined || until === undefined || from > until ? undefined : { from, until }
}

/** To the period before or after. */
export function movePeriod(by: 1 | -1, today: Day): void {
  const { span, on } = useBooks.getState()
  if (span === 'all' || span === 'range') return
  const here = periodOf(span, on ?? today)
  useBooks.setState({ on: by === 1 ? addDays(here.until, 1) : periodBefore(span, here).from })
}

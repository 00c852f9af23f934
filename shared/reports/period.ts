import { addDays, weekday, type Day } from '../base/day.ts'

/** The days a report speaks of, first and last included. */
export interface Period {
  readonly from: Day
  readonly until: Day
}

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** The day, the week from Monday, the month, the quarter or the year in which this day stands. */
export function periodOf(kind: PeriodKind, on: Day): Period {
  if (kind === 'day') return { from: on, until: on }
  if (kind === 'week') {
    const from = addDays(on, 1 - weekday(on))
    return { from, until: addDays(from, 6) }
  }
  const months = MONTHS[kind]
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
  const first = month - (month - 1) % months
  return { from: firstOfMonth(year, first), until: addDays(firstOfMonth(year, first + months), -1) }
}

/** The period of the same kind just before. */
export function periodBefore(kind: PeriodKind, { from }: Period): Period {
  return periodOf(kind, addDays(from, -1))
}

export function isWithin(on: Day, { from, until }: Period): boolean {
  return on >= from && on <= until
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

function firstOfMonth(year: number, month: number): Day {
  return month > 12 ? firstOfMonth(year + 1, month - 12) : `${String(year)}-${String(month).padStart(2, '0')}-01`
}

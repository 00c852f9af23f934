import type { MangoQuery } from 'rxdb'
import { addDays, localToInstant, type Day } from '../../shared/base/day.ts'
import type { Counts } from './counts.ts'
import type { DossierRow } from './row.ts'

export type DeskListId = 'open' | 'due-today' | 'overdue' | 'papers' | 'received-today' | 'turned-away-today' | 'voided-today' | 'provisional' | 'disputed'

/** A list of the desk: its number and its rows are the same question, asked of the counts and of the index. */
export interface DeskList {
  readonly count: (counts: Counts, today: Day) => number
  readonly query: (today: Day) => Required<Pick<MangoQuery<DossierRow>, 'selector' | 'sort' | 'index'>>
}

/** Every list of the desk; due lists most urgent first, lists of a day newest first. */
export const DESK_LISTS: Readonly<Record<DeskListId, DeskList>> = {
  'open': {
    count: counts => counts.open,
    query: () => byDue({ queue: 'open' }, 'queue'),
  },
  'due-today': {
    count: (counts, today) => counts.openByDueOn[today] ?? 0,
    query: today => byDue({ queue: 'open', dueKey: { $gte: today, $lt: addDays(today, 1) } }, 'queue'),
  },
  'overdue': {
    count: (counts, today) => sum(Object.entries(counts.openByDueOn).filter(([dueOn]) => dueOn < today).map(([, count]) => count)),
    query: today => byDue({ queue: 'open', dueKey: { $lt: today } }, 'queue'),
  },
  'papers': {
    count: counts => counts.waitingForPapers,
    query: () => byDue({ waits: 'papers' }, 'waits'),
  },
  'received-today': {
    count: (counts, today) => counts.entriesByDay.received[today] ?? 0,
    query: today => ofDay(['received'], today),
  },
  'turned-away-today': {
    count: (counts, today) => (counts.entriesByDay.guided[today] ?? 0) + (counts.entriesByDay.refused[today] ?? 0),
    query: today => ofDay(['guided', 'refused'], today),
  },
  'voided-today': {
    count: (counts, today) => counts.entriesByDay.voided[today] ?? 0,
    query: today => ofDay(['voided'], today),
  },
  'provisional': {
    count: counts => counts.provisional,
    query: () => byDue({ provisional: 'yes' }, 'provisional'),
  },
  'disputed': {
    count: counts => counts.disputed,
    query: () => byDue({ disputed: 'yes' }, 'disputed'),
  },
}

type Query = ReturnType<DeskList['query']>

function byDue(selector: Query['selector'], field: 'queue' | 'waits' | 'provisional' | 'disputed'): Query {
  return { selector, sort: [{ dueKey: 'asc' }], index: [field, 'dueKey'] }
}

/** Sorted backwards within one day only: an index is never walked backwards. */
function ofDay(entries: readonly DossierRow['entry'][], on: Day): Query {
  const [only] = entries
  return {
    selector: {
      ...(entries.length === 1 && only !== undefined ? { entry: only } : { entry: { $in: [...entries] } }),
      receivedAt: { $gte: localToInstant(on, 0), $lt: localToInstant(addDays(on, 1), 0) },
    },
    sort: [{ receivedAt: 'desc' }],
    index: ['receivedAt'],
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

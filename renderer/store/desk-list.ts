import type { MangoQuery } from 'rxdb'
import { addDays, localToInstant, type Day } from '../../shared/base/day.ts'
import { liesLong, LONG_DAYS, type Task } from '../../shared/dossiers/task.ts'
import type { Counts } from './counts.ts'
import type { DossierRow } from './row.ts'

export type DeskListId =
  | 'mine' | 'to-forward' | 'open' | 'due-today' | 'overdue' | 'papers' | 'payment' | 'to-sign' | 'to-number' | 'to-return' | 'lies-long'
  | 'received-today' | 'turned-away-today' | 'voided-today' | 'provisional' | 'disputed'

/** Whose desk it is, and which day. */
export interface DeskMoment {
  readonly today: Day
  /** User id. */
  readonly me: string
}

/** A list of the desk: its number and its rows are the same question, asked of the counts and of the index. */
export interface DeskList {
  readonly count: (counts: Counts, moment: DeskMoment) => number
  readonly query: (moment: DeskMoment) => Required<Pick<MangoQuery<DossierRow>, 'selector' | 'sort' | 'index'>>
}

/** Every list of the desk; due lists most urgent first, lists of a day newest first. */
export const DESK_LISTS: Readonly<Record<DeskListId, DeskList>> = {
  'mine': {
    count: (counts, { me }) => counts.byWorker[me] ?? 0,
    query: ({ me }) => byDue({ worker: me }, 'worker'),
  },
  'to-forward': ofTask('forward'),
  'payment': ofTask('payment'),
  'to-sign': ofTask('sign'),
  'to-number': ofTask('number'),
  'to-return': {
    count: counts => counts.byTask.return ?? 0,
    query: () => byReady({ task: 'return' }),
  },
  'lies-long': {
    count: (counts, { today }) => sum(Object.entries(counts.readyByDay).filter(([on]) => liesLong(on, today)).map(([, count]) => count)),
    query: ({ today }) => byReady({ task: 'return', readySince: { $lt: localToInstant(addDays(today, -LONG_DAYS), 0) } }),
  },
  'open': {
    count: counts => counts.open,
    query: () => byDue({ queue: 'open' }, 'queue'),
  },
  'due-today': {
    count: (counts, { today }) => counts.openByDueOn[today] ?? 0,
    query: ({ today }) => byDue({ queue: 'open', dueKey: { $gte: today, $lt: addDays(today, 1) } }, 'queue'),
  },
  'overdue': {
    count: (counts, { today }) => sum(Object.entries(counts.openByDueOn).filter(([dueOn]) => dueOn < today).map(([, count]) => count)),
    query: ({ today }) => byDue({ queue: 'open', dueKey: { $lt: today } }, 'queue'),
  },
  'papers': {
    count: counts => counts.waitingForPapers,
    query: () => byDue({ waits: 'papers' }, 'waits'),
  },
  'received-today': {
    count: (counts, { today }) => counts.entriesByDay.received[today] ?? 0,
    query: ({ today }) => ofDay(['received'], today),
  },
  'turned-away-today': {
    count: (counts, { today }) => (counts.entriesByDay.guided[today] ?? 0) + (counts.entriesByDay.refused[today] ?? 0),
    query: ({ today }) => ofDay(['guided', 'refused'], today),
  },
  'voided-today': {
    count: (counts, { today }) => counts.entriesByDay.voided[today] ?? 0,
    query: ({ today }) => ofDay(['voided'], today),
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

function byDue(selector: Query['selector'], field: 'queue' | 'task' | 'worker' | 'waits' | 'provisional' | 'disputed'): Query {
  return { selector, sort: [{ dueKey: 'asc' }], index: [field, 'dueKey'] }
}

function ofTask(task: Exclude<Task, 'return' | 'none'>): DeskList {
  return { count: counts => counts.byTask[task] ?? 0, query: () => byDue({ task }, 'task') }
}

/** What has lain longest first. */
function byReady(selector: Query['selector']): Query {
  return { selector, sort: [{ readySince: 'asc' }], index: ['task', 'readySince'] }
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

import { dayOfInstant, type Day } from '../../shared/base/day.ts'
import { readyDay, type Task } from '../../shared/dossiers/task.ts'
import type { DossierRow, Entry } from './row.ts'

/** How many dossiers stand where: folded from the rows one by one, because counting an index walks all of it. */
export interface Counts {
  readonly all: number
  readonly open: number
  /** Open dossiers by due day; those without one are not in it. */
  readonly openByDueOn: Readonly<Record<Day, number>>
  readonly waitingForPapers: number
  readonly byTask: Readonly<Partial<Record<Task, number>>>
  /** By user id. */
  readonly byWorker: Readonly<Record<string, number>>
  /** Results that lie ready, by the day since when. */
  readonly readyByDay: Readonly<Record<Day, number>>
  readonly provisional: number
  readonly disputed: number
  /** How many entered in which way, by day of receipt. */
  readonly entriesByDay: Readonly<Record<Entry, Readonly<Record<Day, number>>>>
}

export const NO_COUNTS: Counts = {
  all: 0, open: 0, openByDueOn: {}, waitingForPapers: 0, byTask: {}, byWorker: {}, readyByDay: {}, provisional: 0, disputed: 0,
  entriesByDay: { received: {}, guided: {}, refused: {}, voided: {} },
}

/** What of a row is counted. */
export type CountedRow = Pick<DossierRow, 'queue' | 'entry' | 'dueOn' | 'task' | 'worker' | 'readySince' | 'waits' | 'provisional' | 'disputed' | 'receivedAt'>

/** A row as it is counted, without the rest: small enough to be held for every dossier. */
export function countedRow(
  { queue, entry, dueOn, task, worker, readySince, waits, provisional, disputed, receivedAt }: CountedRow,
): CountedRow {
  return { queue, entry, dueOn, task, worker, readySince, waits, provisional, disputed, receivedAt }
}

export interface RowChange {
  /** Undefined for a new dossier. */
  readonly before: CountedRow | undefined
  readonly after: CountedRow
}

/** The counts after rows have taken the place of what they were before. */
export function recount(counts: Counts, changes: readonly RowChange[]): Counts {
  const next = thaw(counts)
  for (const { before, after } of changes) {
    if (before !== undefined) add(next, before, -1)
    add(next, after, 1)
  }
  return next
}

type Writable = { -readonly [Part in keyof Counts]: Counts[Part] }
interface Tally extends Omit<Writable, 'openByDueOn' | 'entriesByDay' | 'byTask' | 'byWorker' | 'readyByDay'> {
  readonly openByDueOn: Record<Day, number>
  readonly byTask: Record<string, number>
  readonly byWorker: Record<string, number>
  readonly readyByDay: Record<Day, number>
  readonly entriesByDay: Readonly<Record<Entry, Record<Day, number>>>
}

function add(tally: Tally, row: CountedRow, by: 1 | -1): void {
  tally.all += by
  if (row.queue === 'open') {
    tally.open += by
    if (row.dueOn !== null) addTo(tally.openByDueOn, row.dueOn, by)
  }
  addTo(tally.byTask, row.task, by)
  addTo(tally.byWorker, row.worker, by)
  const lies = readyDay(row.readySince)
  if (lies !== null) addTo(tally.readyByDay, lies, by)
  if (row.waits === 'papers') tally.waitingForPapers += by
  if (row.provisional === 'yes') tally.provisional += by
  if (row.disputed === 'yes') tally.disputed += by
  addTo(tally.entriesByDay[row.entry], dayOfInstant(row.receivedAt), by)
}

function addTo(tally: Record<string, number>, key: string, by: 1 | -1): void {
  const count = (tally[key] ?? 0) + by
  if (count === 0) Reflect.deleteProperty(tally, key)
  else tally[key] = count
}

function thaw(counts: Counts): Tally {
  const { received, guided, refused, voided } = counts.entriesByDay
  return {
    ...counts,
    openByDueOn: { ...counts.openByDueOn },
    byTask: { ...counts.byTask },
    byWorker: { ...counts.byWorker },
    readyByDay: { ...counts.readyByDay },
    entriesByDay: { received: { ...received }, guided: { ...guided }, refused: { ...refused }, voided: { ...voided } },
  }
}

import type { Day } from '../base/day.ts'
import type { Grouping } from './groupings.ts'
import type { Life } from './life.ts'
import type { Period } from './period.ts'
import type { Report } from './report.ts'

/** A row of a report. A cell is the list of its dossiers, and its figure is their number: one query, never two. */
export interface ReportRow<Key extends string = string> {
  readonly key: string
  readonly name: string
  readonly cells: Readonly<Record<Key, readonly Life[]>>
}

export interface Tabulated<Key extends string = string> {
  /** By name, as a person looks them up. */
  readonly rows: readonly ReportRow<Key>[]
  readonly total: ReportRow<Key>
}

/** The report over these dossiers, one row a group and one for all; rows that count nothing are left out. */
export function tabulate<Key extends string>(
  report: Report<Key>, grouping: Grouping, lives: Iterable<Life>, period: Period, today: Day,
): Tabulated<Key> {
  const total = emptyTally<Key>('', '')
  const tallies = new Map<string, Tally<Key>>()
  for (const life of lives) {
    const columns = report.place(life, period, today)
    if (columns.length === 0) continue
    const { key, name } = grouping.groupOf(life)
    const tally = tallies.get(key) ?? emptyTally<Key>(key, name)
    tallies.set(key, tally)
    if (isNewer(life.receivedOn, name, tally)) [tally.name, tally.namedOn] = [name, life.receivedOn]
    for (const column of columns) {
      add(tally, column, life)
      add(total, column, life)
    }
  }
  const rows = [...tallies.values()].map(tally => rowOf(report, tally))
  return { rows: rows.sort(byName), total: rowOf(report, total) }
}

interface Tally<Key extends string> {
  readonly key: string
  name: string
  namedOn: Day
  readonly found: Map<Key, Life[]>
}

const VIETNAMESE = new Intl.Collator('vi', { numeric: true })

function byName(one: ReportRow, other: ReportRow): number {
  return VIETNAMESE.compare(one.name, other.name) || VIETNAMESE.compare(one.key, other.key)
}

/** Of two names on one day the later in the alphabet, so that any order of arrival gives the same row. */
function isNewer(on: Day, name: string, tally: { readonly name: string, readonly namedOn: Day }): boolean {
  return on > tally.namedOn || on === tally.namedOn && name > tally.name
}

function emptyTally<Key extends string>(key: string, name: string): Tally<Key> {
  return { key, name, namedOn: '', found: new Map() }
}

function add<Key extends string>({ found }: Tally<Key>, column: Key, life: Life): void {
  const cell = found.get(column)
  if (cell === undefined) found.set(column, [life])
  else cell.push(life)
}

function rowOf<Key extends string>({ columns }: Report<Key>, { key, name, found }: Tally<Key>): ReportRow<Key> {
  const cells: Partial<Record<Key, readonly Life[]>> = {}
  for (const { key: column, parts } of columns) {
    cells[column] = parts.length === 0 ? found.get(column) ?? [] : parts.flatMap(part => found.get(part) ?? [])
  }
  return { key, name, cells: cells as Record<Key, readonly Life[]> }
}

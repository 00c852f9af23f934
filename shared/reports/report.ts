import type { Day } from '../base/day.ts'
import type { Grouping } from './groupings.ts'
import type { Life } from './life.ts'
import type { Period } from './period.ts'

/** A column of figures; one without parts counts dossiers, one with parts is their sum. */
export interface ReportColumn<Key extends string = string> {
  readonly key: Key
  /** Its number on the official form, or empty. */
  readonly number: string
  readonly title: string
  readonly parts: readonly Key[]
}

/** A report (báo cáo): which columns a dossier is counted in, for a period, as things stand today. */
export interface Report<Key extends string = string> {
  readonly name: string
  /** Its number in the circular's annex; null for a report of the office's own. */
  readonly number: string | null
  readonly title: string
  /** What its rows are told apart by, until somebody chooses otherwise. */
  readonly groupedBy: Grouping['name']
  readonly columns: readonly ReportColumn<Key>[]
  /** The columns without parts this dossier stands in; none where it does not belong to the period. */
  readonly place: (life: Life, period: Period, today: Day) => readonly Key[]
}

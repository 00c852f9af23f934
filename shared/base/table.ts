import { dayOfInstant, formatDay, formatTime, type Day } from './day.ts'
import { formatMoney } from './money.ts'

/** A value of a cell: text, a whole number, or nothing. A day is `YYYY-MM-DD`, a moment UTC with ms. */
export type Cell = string | number | null

/** What the cells of a column hold. */
export type CellKind = 'text' | 'number' | 'money' | 'day' | 'moment'

export interface TableColumn {
  readonly title: string
  readonly kind: CellKind
}

/** A table of any book or report: what a screen, a sheet of paper and a file all show. */
export interface Table {
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** A cell as a person reads it: `26/11/2026`, `10:44 26/11/2026`, `52.000 đ`; empty where there is nothing. */
export function showCell(kind: CellKind, cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return kind === 'money' ? formatMoney(cell) : String(cell)
  if (kind === 'day') return formatDay(cell)
  return kind === 'moment' ? `${formatTime(cell)} ${formatDay(dayOfCell(kind, cell))}` : cell
}

/** The day a cell of days or moments stands for, by which a book is filtered. */
export function dayOfCell(kind: 'day' | 'moment', cell: string): Day {
  return kind === 'day' ? cell : dayOfInstant(cell)
}

import type { Cell, TableColumn } from '../base/table.ts'
import type { Day } from '../base/day.ts'
import { dueOnAt, type Life } from './life.ts'

/** What a person recognises a dossier by, besides its life. */
export interface LifeName {
  readonly code: string | null
  readonly name: string
}

/** The columns of the list behind a cell of a report. */
export const CELL_COLUMNS: readonly (TableColumn & { readonly key: string })[] = [
  { key: 'code', title: 'Mã hồ sơ', kind: 'text' },
  { key: 'name', title: 'Tên cá nhân, tổ chức', kind: 'text' },
  { key: 'procedure', title: 'Tên thủ tục hành chính', kind: 'text' },
  { key: 'clerk', title: 'Người tiếp nhận', kind: 'text' },
  { key: 'receivedOn', title: 'Ngày nhận', kind: 'day' },
  { key: 'dueOn', title: 'Ngày hẹn trả', kind: 'day' },
  { key: 'endedOn', title: 'Ngày xong', kind: 'day' },
]

/** A dossier as a line of that list; its due day is the one that held when it ended, or holds today. */
export function lifeCells(life: Life, { code, name }: LifeName, today: Day): readonly Cell[] {
  const { procedureName, clerk, receivedOn, end } = life
  return [code, name, procedureName, clerk, receivedOn, dueOnAt(life, end?.on ?? today), end?.on ?? null]
}

import writeXlsx, { type Cell as SheetCell } from 'write-excel-file/node'
import { instantToLocal, isDay, isInstant } from '../../shared/base/day.ts'
import { showCell, type Cell, type CellKind, type Table } from '../../shared/base/table.ts'

/** What a file holds: a table and, where it has any, the sums under it. */
export interface Sheet {
  readonly table: Table
  readonly totals?: readonly Cell[]
}

/**
 * A table as an XLSX workbook of one sheet: real numbers, days and moments with formats, texts as texts, the head frozen.
 *
 * A text is typed as text in the file, so nothing in it is ever reckoned out; moments stand as the office's own clock showed them.
 */
export async function tableToXlsx({ table: { title, columns, rows }, totals }: Sheet): Promise<Buffer> {
  const body = rows.map(row => columns.map(({ kind }, i) => toSheetCell(kind, row[i] ?? null)))
  const sums = totals === undefined ? [] : [columns.map(({ kind }, i) => bold(toSheetCell(kind, totals[i] ?? null)))]
  const head = columns.map(column => ({ value: column.title, fontWeight: 'bold' as const, wrap: true, backgroundColor: '#E8EEF2' }))
  const widths = columns.map(({ title: name, kind }, i) => ({ width: widthOf(kind, name, rows, i) }))
  return writeXlsx([head, ...body, ...sums], {
    sheet: sheetName(title), columns: widths, stickyRowsCount: 1, orientation: 'landscape', showGridLines: true,
  }, { fontFamily: 'Times New Roman', fontSize: 11 }).toBuffer()
}

type SheetObject = Extract<SheetCell, { value?: unknown }>

function toSheetCell(kind: CellKind, cell: Cell): SheetObject | null {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number, format: kind === 'money' ? MONEY : WHOLE }
  if (kind === 'day' && isDay(cell)) return { value: new Date(`${cell}T00:00:00.000Z`), type: Date, format: 'dd/mm/yyyy' }
  if (kind === 'moment' && isInstant(cell)) return { value: asWallClock(cell), type: Date, format: 'dd/mm/yyyy hh:mm' }
  return { value: cell, type: String }
}

const MONEY = '#,##0'
const WHOLE = '0'

function bold(cell: SheetObject | null): SheetObject | null {
  return cell === null ? null : { ...cell, fontWeight: 'bold' }
}

/** A sheet knows no time zones: what the clock on the wall showed is written as if it were UTC. */
function asWallClock(instant: string): Date {
  const { day, msOfDay } = instantToLocal(instant)
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + msOfDay)
}

/** As wide as most of its cells, by the first rows; a long text is cut at a width that still leaves room for others. */
function widthOf(kind: CellKind, title: string, rows: Table['rows'], place: number): number {
  const lengths = rows.slice(0, SAMPLE).map(row => showCell(kind, row[place] ?? null).length)
  return Math.min(WIDEST, Math.max(Math.min(title.length, 14), ...lengths) + 2)
}

const SAMPLE = 200
const WIDEST = 48

/** At most 31 letters, without those a sheet's name may not have. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31).trim()
}

import { showCell, type Cell, type Table, type TableColumn } from '../base/table.ts'

/** First letters that make a spreadsheet take what follows for a formula or a command. */
const RISKY = /^[\s\uFEFF]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u
const BOM = '\uFEFF'

/**
 * A table as a CSV file that a spreadsheet opens by itself: UTF-8 with BOM, CRLF, quoting of RFC 4180.
 *
 * A text that a spreadsheet would reckon out gets an apostrophe before it, as people do by hand; numbers and money stay bare digits.
 */
export function tableToCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const head = columns.map(({ title }) => quoted(withoutFormula(title)))
  const lines = [head, ...rows.map(row => columns.map((column, i) => cellToCsv(column, row[i] ?? null)))]
  return BOM + lines.map(line => `${line.join(',')}\r\n`).join('')
}

/** A text that no spreadsheet reckons out: one that begins like a formula, also behind blanks, has an apostrophe before it. */
export function withoutFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

function cellToCsv({ kind }: TableColumn, cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : quoted(withoutFormula(showCell(kind, cell)))
}

/** Blanks at an edge are quoted too: some readers trim what is bare. */
function quoted(text: string): string {
  return /^\s|\s$|[",\r\n;\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

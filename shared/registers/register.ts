import { dayOfInstant, type Day } from '../base/day.ts'
import { showCell, type Cell, type Table, type TableColumn } from '../base/table.ts'
import { fold } from '../base/text.ts'
import type { Book } from '../certification/fold-book.ts'
import type { BookedDossier } from '../dossiers/booked-dossier.ts'
import { matches } from '../dossiers/search-text.ts'
import type { Stock } from '../stocks/fold-stock.ts'
import { rankTexts } from './rank-texts.ts'

/** Whatever books are kept of: folds, and names for the user ids in them. */
export interface RegisterSource {
  readonly dossiers: readonly BookedDossier[]
  readonly books: readonly Book[]
  readonly stocks: readonly Stock[]
  readonly nameOf: (userId: string) => string
}

/** One entry of a book: its cells, what it is about, and the moment it is entered by. */
export interface RegisterRow {
  readonly subject: string
  /** UTC, ms. */
  readonly at: string
  readonly cells: readonly Cell[]
  /** What stands in the summed columns, in their order, where it is known before the cells are made. */
  readonly summed?: readonly number[]
}

export interface RegisterColumn extends TableColumn {
  /** By this name a screen sorts and filters. */
  readonly key: string
  /** Whether its numbers are added up under the rows. */
  readonly isSummed?: true
}

/** A book the law or the office keeps (sổ); its rows come from folds alone. */
export interface Register {
  readonly name: string
  readonly title: string
  /** What a row is, as the closing statement counts it. */
  readonly counted: string
  readonly columns: readonly RegisterColumn[]
  /** Every entry, in the order of the book. */
  readonly rows: (source: RegisterSource) => readonly RegisterRow[]
}

/** Which entries are wanted: of these days, and holding these words. */
export interface RegisterFilter {
  readonly from?: Day
  readonly until?: Day
  /** Every one of them stands somewhere in the entry as it is read, marks or none, in any order. */
  readonly words?: readonly string[]
  /** By the key of a column; compared with the whole cell. */
  readonly where?: Readonly<Record<string, Cell>>
  readonly sortBy?: { readonly key: string; readonly descending: boolean }
}

/** The entries of a register that fit, sorted; their number is the number that stands anywhere of them. */
export function readRegister(register: Register, source: RegisterSource, filter: RegisterFilter = {}): readonly RegisterRow[] {
  return chooseRows(register, register.rows(source), filter)
}

/** The same, of entries that were read before. */
export function chooseRows(register: Pick<Register, 'columns'>, entries: readonly RegisterRow[], filter: RegisterFilter): readonly RegisterRow[] {
  const { from = '', until = '9999-12-31', words = [], where = {}, sortBy } = filter
  const wanted = Object.entries(where).map(([key, cell]) => ({ place: placeOf(register, key), cell }))
  const isLimited = from !== '' || filter.until !== undefined
  const rows = entries.filter(row => {
    const on = isLimited ? dayOfInstant(row.at) : ''
    return (!isLimited || on >= from && on <= until) && wanted.every(({ place, cell }) => row.cells[place] === cell)
      && (words.length === 0 || matches(textOf(register, row), words))
  })
  return sortBy === undefined ? rows : sorted(rows, register, sortBy.key, sortBy.descending)
}

/** What is shown, printed and written to a file. */
export function tableOf({ title, columns }: Pick<Register, 'title' | 'columns'>, rows: readonly RegisterRow[]): Table {
  return { title, columns, rows: rows.map(({ cells }) => cells) }
}

/** The sums under the rows; undefined where nothing is summed. */
export function totalsOf({ columns }: Pick<Register, 'columns'>, rows: readonly RegisterRow[]): readonly Cell[] | undefined {
  const places = columns.flatMap(({ isSummed }, place) => (isSummed ? [place] : []))
  if (places.length === 0) return undefined
  const sum = (place: number): number =>
    rows.reduce((total, row) => total + (row.summed?.[places.indexOf(place)] ?? Number(row.cells[place] ?? 0)), 0)
  const first = columns.findIndex(({ kind }) => kind === 'text')
  return columns.map(({ isSummed }, place) => (isSummed ? sum(place) : place === first ? 'Cộng' : null))
}

/** An entry as it is looked through; folding thousands of them is worth remembering. */
function textOf({ columns }: Pick<Register, 'columns'>, row: RegisterRow): string {
  const known = texts.get(row)
  if (known !== undefined) return known
  const text = fold(columns.map(({ kind }, i) => showCell(kind, row.cells[i] ?? null)).join(' '))
  texts.set(row, text)
  return text
}

const texts = new WeakMap<RegisterRow, string>()

function placeOf({ columns }: Pick<Register, 'columns'>, key: string): number {
  const place = columns.findIndex(column => column.key === key)
  if (place < 0) throw new Error(`No such column: ${key}`)
  return place
}

/** Nothing comes after everything; entries that are alike keep the order of the book. */
function sorted(rows: readonly RegisterRow[], register: Pick<Register, 'columns'>, key: string, descending: boolean): readonly RegisterRow[] {
  const place = placeOf(register, key)
  const column = register.columns[place]
  const ranks = column?.kind === 'text' ? ranksOf(column, rows.map(({ cells }) => cells[place] ?? null)) : undefined
  const rankOf = (cell: Cell): Cell => (cell === null ? null : ranks?.get(String(cell)) ?? cell)
  const keyed = rows.map(row => ({ row, rank: rankOf(row.cells[place] ?? null) }))
  keyed.sort(({ rank: first }, { rank: second }) => {
    if (first === null || second === null) return first === second ? 0 : first === null ? 1 : -1
    const order = first < second ? -1 : first > second ? 1 : 0
    return descending ? -order : order
  })
  return keyed.map(({ row }) => row)
}

/**
 * The place of each text in the alphabet. Comparing by language is slow, and a column has far fewer texts than rows; those of the column
 * that was ranked last hold for fewer rows too, and for the other direction.
 */
function ranksOf(column: RegisterColumn, cells: readonly Cell[]): ReadonlyMap<string, number> {
  const texts = new Set(cells.flatMap(cell => (cell === null ? [] : [String(cell)])))
  const known = ranked?.column === column ? ranked.ranks : undefined
  if (known !== undefined && [...texts].every(text => known.has(text))) return known
  ranked = { column, ranks: rankTexts(texts) }
  return ranked.ranks
}

let ranked: { readonly column: RegisterColumn, readonly ranks: ReadonlyMap<string, number> } | undefined

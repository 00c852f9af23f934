import { Type, type Static } from 'typebox'
import type { Result } from '../base/result.ts'
import type { Cell, TableColumn } from '../base/table.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const Name = Type.String({ pattern: '^[a-z-]{1,40}$' })
const Key = Type.String({ minLength: 1, maxLength: 60 })
const SortBy = Type.Union([Type.Null(), Type.Object({ key: Key, descending: Type.Boolean() })])

/** Entries of one register: of these days, holding these words, in this order; without an order as the book has them. */
export const RegisterQuestion = Type.Object({
  kind: Type.Literal('register'),
  register: Name,
  from: Type.Union([Day, Type.Null()]),
  until: Type.Union([Day, Type.Null()]),
  words: Type.String({ maxLength: 200 }),
  sortBy: SortBy,
})
export type RegisterQuestion = Static<typeof RegisterQuestion>

/** One report of a period, a row a group. */
export const ReportQuestion = Type.Object({ kind: Type.Literal('report'), report: Name, grouping: Name, from: Day, until: Day })
export type ReportQuestion = Static<typeof ReportQuestion>

/** The dossiers behind one cell of a report; `row` is the key of its group, null the sums. */
export const CellQuestion = Type.Object({
  ...ReportQuestion.properties, kind: Type.Literal('cell'), row: Type.Union([Type.String({ maxLength: 400 }), Type.Null()]), column: Key, sortBy: SortBy,
})
export type CellQuestion = Static<typeof CellQuestion>

export const ListQuestion = Type.Union([RegisterQuestion, CellQuestion])
export type ListQuestion = Static<typeof ListQuestion>
export const BookQuestion = Type.Union([RegisterQuestion, ReportQuestion, CellQuestion])
export type BookQuestion = Static<typeof BookQuestion>

export interface ListRow {
  /** Whom it is about: a dossier opens, a visit to the express lane does not. */
  readonly subject: string
  readonly cells: readonly Cell[]
}

export interface ListColumn extends TableColumn {
  readonly key: string
}

/** A stretch of a list; its number and its rows are one question. */
export interface ListAnswer {
  /** Counts up whenever something new is in the books. */
  readonly revision: number
  readonly title: string
  readonly columns: readonly ListColumn[]
  readonly count: number
  readonly totals: readonly Cell[] | null
  /** Where the stretch begins. */
  readonly from: number
  readonly rows: readonly ListRow[]
}

export interface ReportLine {
  /** Of the group; null of the sums. */
  readonly key: string | null
  readonly name: string
  /** In the order of the columns. */
  readonly figures: readonly number[]
}

export interface ReportAnswer {
  readonly revision: number
  readonly title: string
  /** Its number in the circular's annex; null for a report of the office's own. */
  readonly number: string | null
  readonly groupedBy: string
  readonly columns: readonly { readonly key: string; readonly number: string; readonly title: string }[]
  readonly lines: readonly ReportLine[]
  readonly total: ReportLine
  /** The sums of II.06a for this period and the one of the same length just before, by column: the director's figures. */
  readonly figures: FiguresOfTwo
}

export interface FiguresOfTwo {
  readonly now: Readonly<Record<string, number>>
  readonly before: Readonly<Record<string, number>>
}

export type BookFile = 'xlsx' | 'csv'

export interface BooksApi {
  /** Entries from a place on, at most 500. Problems: `session/…`, `register/unreadable`. */
  list(question: ListQuestion, from: number, limit: number): Promise<Result<ListAnswer>>
  /** Problems: `session/…`, `register/unreadable`. */
  report(question: ReportQuestion): Promise<Result<ReportAnswer>>
  /**
   * All of it as a file, where the person says; null when they cancel that. It is written down who took it (rule U3).
   *
   * Problems: `session/…`, `register/unreadable`, `register/not-saved`, `register/disk-full`, `journal/…`.
   */
  save(question: BookQuestion, as: BookFile): Promise<Result<{ readonly file: string; readonly count: number } | null>>
  /** All of it on numbered sheets with the statement that closes it; written down likewise. Problems: also `printing/…`. */
  print(question: BookQuestion, to: 'printer' | 'pdf'): Promise<Result<{ readonly file: string | null }>>
  /** The director has looked at these figures and gives them to the city. Problems: `session/…`, `report/not-over`, `journal/…`. */
  sign(question: ReportQuestion): Promise<Result<null>>
}

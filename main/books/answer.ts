import { addDays, daysBetween, type Day } from '../../shared/base/day.ts'
import type { Cell, Table } from '../../shared/base/table.ts'
import type {
  BookQuestion, CellQuestion, FiguresOfTwo, ListAnswer, ListColumn, ListQuestion, ListRow, RegisterQuestion, ReportAnswer, ReportQuestion,
} from '../../shared/bridge/books-api.ts'
import { queryWords } from '../../shared/dossiers/search-text.ts'
import { chooseRows, totalsOf, type RegisterRow } from '../../shared/registers/register.ts'
import { getRegister } from '../../shared/registers/registers.ts'
import { CELL_COLUMNS, lifeCells, type LifeName } from '../../shared/reports/cell-table.ts'
import { getGrouping, GROUPINGS, type Grouping } from '../../shared/reports/groupings.ts'
import type { Life } from '../../shared/reports/life.ts'
import { CERTIFICATION_FIELD, livesOfVisit } from '../../shared/reports/life-of.ts'
import type { Period } from '../../shared/reports/period.ts'
import { progress } from '../../shared/reports/progress.ts'
import { reportTable } from '../../shared/reports/report-table.ts'
import { getReport } from '../../shared/reports/reports.ts'
import { figuresToSign, type Counted } from '../../shared/reports/signed-figures.ts'
import { tabulate, type Tabulated } from '../../shared/reports/tabulate.ts'
import type { Library } from './library.ts'

/** What the books must know of the office they are of. */
export interface BookOffice {
  readonly unit: string
  readonly today: Day
  /** Names of the procedures of the express lane, by code. */
  readonly procedureNames: Readonly<Record<string, string>>
}

/** All of a register, a report or a cell's list, for paper and file. */
export interface WholeTable {
  readonly table: Table
  readonly totals?: readonly Cell[]
  /** What a row is; none where rows are no entries. */
  readonly counted?: string
}

export interface Answers {
  readonly list: (question: ListQuestion, office: BookOffice, from: number, limit: number) => ListAnswer
  readonly report: (question: ReportQuestion, office: BookOffice) => ReportAnswer
  readonly whole: (question: BookQuestion, office: BookOffice) => WholeTable
  /** As a director signs them. */
  readonly figures: (period: Period, office: BookOffice) => Counted
}

/** Answers from a library; what was read and chosen for one question is kept until the next one, or until the library grows. */
export function answersFrom(library: Library): Answers {
  const entries = remember((name: string) => getOne(getRegister(name)).rows({
    nameOf: library.nameOf,
    // What a book is not made of is not made for it.
    get dossiers() { return library.dossiers() },
    get books() { return library.books() },
    get stocks() { return library.stocks() },
  }), 4)
  const lives = remember(livesOf, 1)
  const tabulated = remember(tabulateFor, TABULATED)
  const lists = remember(listFor, 4)

  function livesOf({ unit, procedureNames }: BookOffice): readonly Life[] {
    const names = { unit, field: CERTIFICATION_FIELD, procedureName: (code: string) => procedureNames[code] ?? code }
    const ofDossiers = library.dossiers().flatMap(dossier => library.lifeOf(dossier) ?? [])
    return [...ofDossiers, ...library.visits().flatMap(visit => livesOfVisit(visit, names))]
  }

  function tabulateFor({ question: { report, grouping, from, until }, office }: Asked<ReportQuestion>): Tabulated {
    return tabulate(getOne(getReport(report)), groupingOf(grouping), lives(office, library.revision()), { from, until }, office.today)
  }

  function listFor({ question, office }: Asked<ListQuestion>): List {
    return question.kind === 'register' ? registerList(question) : cellList(question, office)
  }

  function registerList({ register: name, from, until, words, sortBy }: RegisterQuestion): List {
    const register = getOne(getRegister(name))
    const rows = chooseRows(register, entries(name, library.revision()), {
      ...(from === null ? {} : { from }), ...(until === null ? {} : { until }), ...(sortBy === null ? {} : { sortBy }),
      words: queryWords(words),
    })
    return { title: register.title, columns: register.columns, rows, totals: totalsOf(register, rows) ?? null, counted: register.counted }
  }

  function cellList({ report: name, grouping, from, until, row, column, sortBy }: CellQuestion, office: BookOffice): List {
    const report = getOne(getReport(name))
    const { rows, total } = tabulated({ question: { kind: 'report', report: name, grouping, from, until }, office }, library.revision())
    const line = row === null ? total : rows.find(({ key }) => key === row)
    const title = report.columns.find(({ key }) => key === column)?.title
    if (title === undefined) throw new Error('No such column')
    const listed = (line?.cells[column] ?? []).map(life => ({
      subject: life.subject, at: `${life.receivedOn}T00:00:00.000Z`, cells: lifeCells(life, nameIn(library, life.subject), office.today),
    }))
    const sorted = sortBy ?? { key: 'receivedOn', descending: false }
    const chosen = chooseRows({ columns: CELL_COLUMNS }, listed, { sortBy: sorted })
    return { title: row === null || line === undefined ? title : `${title} · ${line.name}`, columns: CELL_COLUMNS, rows: chosen, totals: null, counted: 'hồ sơ' }
  }

  function report(question: ReportQuestion, office: BookOffice): ReportAnswer {
    const revision = library.revision()
    const { title, number, columns } = getOne(getReport(question.report))
    const { rows, total } = tabulated({ question, office }, revision)
    const lineOf = ({ key, name, cells }: Tabulated['total'], isTotal: boolean): ReportAnswer['total'] =>
      ({ key: isTotal ? null : key, name, figures: columns.map(column => cells[column.key]?.length ?? 0) })
    return {
      revision, title, number, groupedBy: groupingOf(question.grouping).title,
      columns: columns.map(column => ({ key: column.key, number: column.number, title: column.title })),
      lines: rows.map(row => lineOf(row, false)), total: lineOf(total, true),
      figures: figuresOfTwo(question, office),
    }
  }

  function figuresOfTwo({ from, until }: Period, office: BookOffice): FiguresOfTwo {
    const before = { from: addDays(from, -daysBetween(from, until) - 1), until: addDays(from, -1) }
    return { now: sumsOf({ from, until }, office), before: sumsOf(before, office) }
  }

  function sumsOf({ from, until }: Period, office: BookOffice): Readonly<Record<string, number>> {
    const question = { kind: 'report', report: progress.name, grouping: 'unit', from, until } as const
    const { total } = tabulated({ question, office }, library.revision())
    return Object.fromEntries(progress.columns.map(({ key }) => [key, total.cells[key]?.length ?? 0]))
  }

  function whole(question: BookQuestion, office: BookOffice): WholeTable {
    if (question.kind === 'report') {
      const figures = tabulated({ question, office }, library.revision())
      return reportTable(getOne(getReport(question.report)), groupingOf(question.grouping), figures)
    }
    const { title, columns, rows, totals, counted } = lists({ question, office }, library.revision())
    return { table: { title, columns, rows: rows.map(({ cells }) => cells) }, counted, ...(totals === null ? {} : { totals }) }
  }

  return {
    list: (question, office, from, limit) => {
      const { title, columns, rows, totals } = lists({ question, office }, library.revision())
      const stretch: readonly ListRow[] = rows.slice(from, from + limit).map(({ subject, cells }) => ({ subject, cells }))
      return { revision: library.revision(), title, columns, count: rows.length, totals, from, rows: stretch }
    },
    report,
    whole,
    figures: (period, office) => figuresToSign(lives(office, library.revision()), { ...period, on: office.today }),
  }
}

interface Asked<Question> {
  readonly question: Question
  readonly office: BookOffice
}

interface List {
  readonly title: string
  readonly columns: readonly ListColumn[]
  readonly rows: readonly RegisterRow[]
  readonly totals: readonly Cell[] | null
  readonly counted: string
}

function nameIn(library: Library, subject: string): LifeName {
  const dossier = library.dossier(subject)
  if (dossier !== undefined) return { code: dossier.code ?? null, name: (dossier.owner ?? dossier.applicant).name }
  const visit = library.visit(subject)
  const numbers = visit?.papers.map(({ number, book }) => `${String(number)} ${book.label}`)
  return { code: numbers?.join('; ') ?? null, name: visit?.person.name ?? '' }
}

function groupingOf(name: string): Grouping {
  return getOne(GROUPINGS.find(grouping => grouping.name === name) && getGrouping(name as Grouping['name']))
}

function getOne<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('No such register, report or grouping')
  return found
}

/** A report, and the director's figures for its days and for those before: they stay while one looks behind its cells. */
const TABULATED = 3

/** The newest few answers, each until the revision moves on. */
function remember<Key, Value>(work: (key: Key) => Value, most: number): (key: Key, revision?: number) => Value {
  const kept = new Map<string, { readonly revision: number | undefined; readonly value: Value }>()
  return (key, revision) => {
    const name = JSON.stringify(key)
    const known = kept.get(name)
    const value = known !== undefined && known.revision === revision ? known.value : work(key)
    kept.delete(name)
    kept.set(name, { revision, value })
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return value
  }
}

import type { Cell, Table } from '../base/table.ts'
import type { Grouping } from './groupings.ts'
import type { Report } from './report.ts'
import type { ReportRow, Tabulated } from './tabulate.ts'

/** A report as it is shown, printed and written to a file: a row a group, figures in the columns, sums apart. */
export function reportTable<Key extends string>(
  report: Report<Key>, grouping: Grouping, { rows, total }: Tabulated<Key>,
): { readonly table: Table; readonly totals: readonly Cell[] } {
  const figures = ({ cells }: ReportRow<Key>): readonly Cell[] => report.columns.map(({ key }) => cells[key].length)
  const columns = report.columns.map(({ number, title }) => ({ title: number === '' ? title : `(${number}) ${title}`, kind: 'number' as const }))
  return {
    table: {
      title: report.title,
      columns: [{ title: grouping.title, kind: 'text' }, ...columns],
      rows: rows.map(row => [row.name, ...figures(row)]),
    },
    totals: ['Tổng số', ...figures(total)],
  }
}

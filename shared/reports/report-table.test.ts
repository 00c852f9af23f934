import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeLives } from '../../tests/builders/made-lives.ts'
import { getGrouping } from './groupings.ts'
import { periodOf } from './period.ts'
import { progress } from './progress.ts'
import { reportTable } from './report-table.ts'
import { tabulate } from './tabulate.ts'

const FIRST = '2026-01-01'

test('the printed figures keep 3 = 7 + 11 in every row, and the rows add up to the sums', () => {
  fc.assert(fc.property(madeLives({ from: FIRST, days: 60, maxLength: 40 }), fc.constantFrom('week', 'month', 'quarter'), (lives, kind) => {
    const field = getGrouping('field')
    const { table: { columns, rows }, totals } = reportTable(progress, field, tabulate(progress, field, lives, periodOf(kind, '2026-02-10'), '2026-02-20'))
    expect(columns.map(({ title }) => title.slice(0, 4))).toEqual(['Lĩnh', '(3) ', '(4) ', '(5) ', '(6) ', '(7) ', '(8) ', '(9) ', '(10)', '(11)', '(12)', '(13)'])
    for (const row of [...rows, totals]) expect(row[1]).toBe(Number(row[5]) + Number(row[9]))
    for (const place of [1, 5, 9]) expect(rows.reduce((sum, row) => sum + Number(row[place]), 0)).toBe(totals[place])
  }), { numRuns: 300 })
})

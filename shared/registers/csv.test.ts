import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsvs } from '../../tests/builders/read-csv.ts'
import type { Cell, CellKind } from '../base/table.ts'
import { tableToCsv, withoutFormula } from './csv.ts'

const COLUMNS = (['text', 'number', 'money', 'text'] as const).map((kind: CellKind, i) => ({ title: `Cột ${String(i + 1)}`, kind }))
const nasty = fc.constantFrom('"', ',', '\n', '\r\n', '\t', ' ', '=1+1', '+84', '-5', '@x', '\uFEFF', ';', 'ẨmđệNgữ', '𠀋', "'", '|cmd')
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.array(nasty, { maxLength: 6 }).map(parts => parts.join('')))
  .map(text => text.toWellFormed().replaceAll('\0', ''))
const anyNumber = fc.option(fc.nat(1_000_000_000))
const anyRow = fc.tuple(anyText, anyNumber, anyNumber, fc.option(anyText)).map((row): readonly Cell[] => row)

test('whatever was typed, a reader not written here reads the same cells', async () => {
  const tables = fc.sample(fc.array(anyRow, { maxLength: 12 }), 500)
  const read = await readCsvs(tables.map(rows => tableToCsv({ columns: COLUMNS, rows })))
  expect(read).toEqual(tables.map(rows => [
    COLUMNS.map(({ title }) => title),
    ...rows.map(row => row.map(cell => cell === null ? '' : typeof cell === 'string' ? withoutFormula(cell) : String(cell))),
  ]))
})

test('no cell of text begins like a formula, also behind blanks', () => {
  fc.assert(fc.property(anyText, text => {
    expect(withoutFormula(text)).not.toMatch(/^\s*[=+\-@|%]/u)
    expect(withoutFormula(text).endsWith(text)).toBe(true)
  }), { numRuns: 2000 })
  expect(['=HYPERLINK("x")', ' =1', '\t=1', '+84 900', '-5', '@SUM(A1)', '|cmd', 'A=1', '0900', ''].map(withoutFormula))
    .toEqual(["'=HYPERLINK(\"x\")", "' =1", "'\t=1", "'+84 900", "'-5", "'@SUM(A1)", "'|cmd", 'A=1', '0900', ''])
})

test('the file begins with a BOM, its lines end as spreadsheets want, and days and moments read as people write them', () => {
  const columns = [{ title: 'Ngày', kind: 'day' }, { title: 'Lúc', kind: 'moment' }, { title: 'Số tiền', kind: 'money' }, { title: 'Tên', kind: 'text' }] as const
  expect(tableToCsv({ columns, rows: [['2026-11-26', '2026-11-26T01:05:00.000Z', 52_000, 'Nguyễn "Ẩm", Thị'], [null, null, 0, null]] }))
    .toBe('\uFEFFNgày,Lúc,Số tiền,Tên\r\n26/11/2026,08:05 26/11/2026,52000,"Nguyễn ""Ẩm"", Thị"\r\n,,0,\r\n')
})

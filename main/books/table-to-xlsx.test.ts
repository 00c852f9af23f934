import readXlsx from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Table } from '../../shared/base/table.ts'
import { tableToXlsx } from './table-to-xlsx.ts'

const table: Table = {
  title: 'Sổ thu phí, lệ phí: quầy 1/2026 [bản in thử rất dài]',
  columns: [
    { title: 'Thời gian', kind: 'moment' }, { title: 'Người nộp', kind: 'text' }, { title: 'Ngày', kind: 'day' },
    { title: 'Số', kind: 'number' }, { title: 'Đã thu', kind: 'money' },
  ],
  rows: [
    ['2026-11-20T17:30:00.000Z', 'Nguyễn Thị Ẩm & con <b>', '2026-11-20', 7, 1_234_567],
    ['2026-11-21T03:44:00.000Z', '=1+1', null, null, 0],
    ['2026-11-21T03:45:00.000Z', '@SUM(A1)\u0000\u0008', '2026-11-21', 999_999_999_999, null],
    ['2026-11-21T03:46:00.000Z', '0912000123', '2026-11-21', 1, 2],
  ],
}

test('a reader not written here finds numbers as numbers, days as days and every text as it was', async () => {
  const [sheet] = await readXlsx(await tableToXlsx({ table, totals: [null, 'Cộng', null, null, 1_234_569] }))
  expect(sheet?.sheet).toBe('Sổ thu phí, lệ phí  quầy 1 2026')
  expect(sheet?.data.map(row => row.map(toSecond))).toEqual([
    ['Thời gian', 'Người nộp', 'Ngày', 'Số', 'Đã thu'],
    [new Date('2026-11-21T00:30:00.000Z'), 'Nguyễn Thị Ẩm & con <b>', new Date('2026-11-20T00:00:00.000Z'), 7, 1_234_567],
    [new Date('2026-11-21T10:44:00.000Z'), '=1+1', null, null, 0],
    [new Date('2026-11-21T10:45:00.000Z'), '@SUM(A1)', new Date('2026-11-21T00:00:00.000Z'), 999_999_999_999, null],
    [new Date('2026-11-21T10:46:00.000Z'), '0912000123', new Date('2026-11-21T00:00:00.000Z'), 1, 2],
    [null, 'Cộng', null, null, 1_234_569],
  ])
})

/** The reader reckons days as fractions, and loses a millisecond. */
function toSecond(cell: unknown): unknown {
  return cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell
}

test('a table without rows is a head', async () => {
  const [sheet] = await readXlsx(await tableToXlsx({ table: { ...table, rows: [] } }))
  expect(sheet?.data).toHaveLength(1)
})

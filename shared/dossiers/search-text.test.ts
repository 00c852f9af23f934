import { expect, test } from 'vitest'
import { NO_PROGRESS } from './begin-progress.ts'
import type { Dossier } from './dossier.ts'
import { matches, queryWords, searchTextOf } from './search-text.ts'

const dossier: Dossier = {
  ...NO_PROGRESS,
  subject: 'dossier:0000000000000001', code: 'H13.064-261120-0432', state: 'received',
  procedure: { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân', field: 'Hộ tịch', version: '2026-07', caseId: 'default', caseName: '' },
  applicant: { name: 'Nguyễn Thị Ẩm', personalNumber: '092085000123', oldNumber: '361234567', phone: '0900 000.123' },
  owner: { name: 'Công ty Đất Việt', number: '1800000001', kind: 'business' },
  content: '', papers: [], setCount: 1, channel: 'direct', collectAt: 'counter', receivedBy: '31135', resolvedBy: '31135',
  receivedAt: '2026-11-20T02:00:00.000Z', clerk: 'An', desk: 'Quầy 1', notes: [], disputes: [], settled: [], printed: {}, clockDoubted: false, acts: [],
}

const finds = (query: string): boolean => matches(searchTextOf(dossier), queryWords(query))

test('a dossier is found by name without marks, any word order, parts of words', () => {
  expect(['nguyen thi am', 'am nguyen', 'NGUYỄN THỊ ẨM', 'guye', 'dat viet', 'Đất', 'hon nhan am'].map(finds)).toEqual(Array(7).fill(true))
})

test('a dossier is found by code with and without dashes, by its last four digits, phone and numbers', () => {
  const queries = [
    'H13.064-261120-0432', 'h13.0642611200432', 'h130642611200432', '261120-0432', '2611200432', '0432',
    '0900000123', '0900 000 123', '0900.000.123', '092085000123', '092 085 000 123', '361234567', '1800000001', '1.004873',
  ]
  expect(queries.filter(query => !finds(query))).toEqual([])
})

test('what is not there is not found, and nothing asked finds everything', () => {
  expect(['pham', '0433', 'nguyen thi hoa', '092085000124'].map(finds)).toEqual([false, false, false, false])
  expect(finds(' \u200b ')).toBe(true)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assembleCatalogue } from './assemble-catalogue.ts'
import { searchProcedures } from './search.ts'

const FOLDER = join(import.meta.dirname, 'catalogue')
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.json'))
const assembled = assembleCatalogue(files.map(name => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as unknown))
if (!assembled.ok) throw new Error(JSON.stringify(assembled.problem))
const catalogue = assembled.value
const first = (query: string, recent: readonly string[] = []): string | undefined => searchProcedures(catalogue, query, { recent })[0]?.code

test('what people say gives the plainest procedure first', () => {
  const wanted = {
    'khai sinh': '1.001193', 'Khai Sinh': '1.001193', 'sinh khai': '1.001193', 'dang ky khai sinh': '1.001193', 'kết hôn': '1.000894', 'khai tu': '1.000656', 'trich luc': '2.000635',
    'chứng thực bản sao': '2.000815', 'sao y': '2.000815', 'chung thuc chu ky': '2.000884', 'ho kinh doanh': '1.001612', 'giay phep xay dung': '1.013225',
    'thuong tru': '1.004222', 'tam tru': '1.004194', 'ho ngheo': '1.011607', 'di chuc': '2.001019', 'so do': '1.013978', 'lai khai sinh': '1.004884', 'giam ho': '1.004837',
  }
  expect(Object.fromEntries(Object.keys(wanted).map(query => [query, first(query)]))).toEqual(wanted)
})

test('first letters give the procedure, also from within its name', () => {
  expect(['tthn', 'ks', 'kh', 'kt', 'ctbs', 'ctck', 'hkd'].map(query => first(query))).toEqual(['1.004873', '1.001193', '1.000894', '1.000656', '2.000815', '2.000884', '1.001612'])
})

test('a code gives its procedure, with and without the point and with a province behind it', () => {
  expect(['1.004873', '1004873', '1.0048', '2.000815.000.00.00.H55'].map(query => first(query))).toEqual(['1.004873', '1.004873', '1.004873', '2.000815'])
})

test('parts of words in any order are enough', () => {
  expect(first('hon tinh trang')).toBe('1.004873')
  expect(searchProcedures(catalogue, 'nuoi con trong nuoc').map(({ code }) => code)).toContain('2.001263')
  expect(searchProcedures(catalogue, 'zzzz')).toEqual([])
})

test('among equals what this desk received lately comes first, but never before the very name', () => {
  expect(first('chung thuc', ['2.001406'])).toBe('2.001406')
  expect(first('khai sinh', ['1.004884'])).toBe('1.001193')
})

test('before anything is typed the latest and the commonest are offered', () => {
  expect(searchProcedures(catalogue, ' ', { recent: ['2.001406', '1.000656'], limit: 4 }).map(({ code }) => code)).toEqual(['2.001406', '1.000656', '1.001193', '1.000894'])
})

test('every procedure is found by its own name', () => {
  const codesFor = (name: string): string[] => searchProcedures(catalogue, name.slice(0, 200), { limit: 324 }).map(hit => hit.code)
  const missed = catalogue.procedures.filter(({ name, code }) => !codesFor(name).includes(code))
  expect(missed.map(({ code }) => code)).toEqual([])
})

test('no query throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), query => { expect(searchProcedures(catalogue, query).length).toBeLessThanOrEqual(50) }), { numRuns: 50 })
  expect(searchProcedures(catalogue, 'x'.repeat(10_000))).toEqual([])
})

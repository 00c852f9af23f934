import { expect, test } from 'vitest'
import { searchIndex } from './search-index.ts'

const entry = (subject: string, text: string, receivedAt = '2026-11-20T03:00:00.000Z') => ({ subject, text, receivedAt })

test('every word must stand somewhere, in any order, also as a part of a word', () => {
  const index = searchIndex()
  index.put([entry('a', 'nguyen thi am h13.064-261120-0432'), entry('b', 'tran van am h13.064-261120-0433')])
  expect(index.find(['am', 'nguy'], 9)).toEqual({ subjects: ['a'], count: 1 })
  expect(index.find(['0433'], 9)).toEqual({ subjects: ['b'], count: 1 })
  expect(index.find(['le'], 9)).toEqual({ subjects: [], count: 0 })
})

test('the newest come first, and what does not fit into the list is still counted', () => {
  const index = searchIndex()
  index.put([entry('new', 'am', '2026-11-20T03:00:02.000Z'), entry('old', 'am', '2026-11-20T03:00:00.000Z'), entry('mid', 'am', '2026-11-20T03:00:01.000Z')])
  expect(index.find(['am'], 2)).toEqual({ subjects: ['new', 'mid'], count: 3 })
})

test('N1 the last four digits of a code come before a telephone number that holds them', () => {
  const index = searchIndex()
  index.put([
    entry('code', 'am h13.011-261125-0001 0900604382', '2026-11-20T03:00:00.000Z'),
    entry('phone', 'le h13.011-261125-0006 0900013369', '2026-11-20T03:00:02.000Z'),
  ])
  expect(index.find(['0001'], 9)).toEqual({ subjects: ['code', 'phone'], count: 2 })
  expect(index.find(['0001'], 1)).toEqual({ subjects: ['code'], count: 2 })
})

test('a corrected dossier is found by what it says now, also after newer ones arrived', () => {
  const index = searchIndex()
  index.put([entry('b', 'le', '2026-11-20T03:00:05.000Z'), entry('a', 'nguyen')])
  index.find(['le'], 9)
  index.put([entry('a', 'tran')])
  expect(index.find(['nguyen'], 9).count).toBe(0)
  expect(index.find(['tran'], 9)).toEqual({ subjects: ['a'], count: 1 })
})

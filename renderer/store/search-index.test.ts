import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchIndex, type SearchEntry, type SearchIndex } from './search-index.ts'
import { FACETS, type SearchFilter } from './search-question.ts'

const entry = (subject: string, text: string, receivedAt = '2026-11-20T03:00:00.000Z', more: Partial<SearchEntry> = {}): SearchEntry => ({
  subject, text, receivedAt, receivedOn: '2026-11-20', dueOn: '2026-11-25', isOpen: true, facets: FACTS, ...more,
})
const FACTS = { state: 'received', field: 'Hộ tịch', procedure: '1.001193', holder: '-', channel: 'direct' }

/** The list and its length for words alone. */
function found(index: SearchIndex, words: readonly string[], limit: number) {
  const { subjects, count } = index.find({ words, filter: {} }, limit)
  return { subjects, count }
}

test('every word must stand somewhere, in any order, also as a part of a word', () => {
  const index = searchIndex()
  index.put([entry('a', 'nguyen thi am h13.064-261120-0432'), entry('b', 'tran van am h13.064-261120-0433')])
  expect(found(index, ['am', 'nguy'], 9)).toEqual({ subjects: ['a'], count: 1 })
  expect(found(index, ['0433'], 9)).toEqual({ subjects: ['b'], count: 1 })
  expect(found(index, ['le'], 9)).toEqual({ subjects: [], count: 0 })
})

test('the newest come first, and what does not fit into the list is still counted', () => {
  const index = searchIndex()
  index.put([entry('new', 'am', '2026-11-20T03:00:02.000Z'), entry('old', 'am', '2026-11-20T03:00:00.000Z'), entry('mid', 'am', '2026-11-20T03:00:01.000Z')])
  expect(found(index, ['am'], 2)).toEqual({ subjects: ['new', 'mid'], count: 3 })
})

test('N1 the last four digits of a code come before a telephone number that holds them', () => {
  const index = searchIndex()
  index.put([
    entry('code', 'am h13.011-261125-0001 0900604382', '2026-11-20T03:00:00.000Z'),
    entry('phone', 'le h13.011-261125-0006 0900013369', '2026-11-20T03:00:02.000Z'),
  ])
  expect(found(index, ['0001'], 9)).toEqual({ subjects: ['code', 'phone'], count: 2 })
  expect(found(index, ['0001'], 1)).toEqual({ subjects: ['code'], count: 2 })
})

test('a corrected dossier is found by what it says now, also after newer ones arrived', () => {
  const index = searchIndex()
  index.put([entry('b', 'le', '2026-11-20T03:00:05.000Z'), entry('a', 'nguyen')])
  found(index, ['le'], 9)
  index.put([entry('a', 'tran')])
  expect(found(index, ['nguyen'], 9).count).toBe(0)
  expect(found(index, ['tran'], 9)).toEqual({ subjects: ['a'], count: 1 })
})

test('a word that was asked before is looked for anew once a dossier was corrected or came in', () => {
  const index = searchIndex()
  index.put([entry('a', 'nguyen thi am')])
  expect(found(index, ['nguyen'], 9).subjects).toEqual(['a'])
  index.put([entry('a', 'tran thi am'), entry('b', 'nguyen van hoa', '2026-11-20T03:00:01.000Z')])
  expect(found(index, ['nguyen'], 9).subjects).toEqual(['b'])
  expect(found(index, ['nguyen', 'thi'], 9).count).toBe(0)
})

test('a filter leaves out what does not fit, and every choice says how many it would give', () => {
  const index = searchIndex()
  index.put([
    entry('a', 'am', undefined, { facets: { ...FACTS, state: 'returned' }, isOpen: false }),
    entry('b', 'am', undefined, { facets: { ...FACTS, field: 'Đất đai' }, dueOn: '2026-11-19' }),
    entry('c', 'am', undefined, { dueOn: null }),
    entry('d', 'le'),
  ])
  const { count, choices } = index.find({ words: ['am'], filter: { field: 'Hộ tịch' } }, 9)
  expect(count).toBe(2)
  expect(choices.field).toEqual([{ value: 'Hộ tịch', count: 2 }, { value: 'Đất đai', count: 1 }])
  expect(choices.state).toEqual([{ value: 'returned', count: 1 }, { value: 'received', count: 1 }])
  expect(index.find({ words: [], filter: { due: { until: '2026-11-19', isOpen: true } } }, 9).subjects).toEqual(['b'])
  expect(index.find({ words: [], filter: { due: 'none' } }, 9).subjects).toEqual(['c'])
  expect(index.find({ words: [], filter: { due: { from: '2026-11-25', isOpen: true } } }, 9).subjects).toEqual(['d'])
})

test('a person is found by the whole number, never by a part of a longer one', () => {
  const index = searchIndex()
  index.put([entry('mine', 'am 092185000123'), entry('old', 'am 185000123 0900000123'), entry('owner', 'am 092190000456 092185000123')])
  expect(index.find({ words: [], filter: { person: '092185000123' } }, 9).count).toBe(2)
  expect(index.find({ words: [], filter: { person: '185000123' } }, 9).subjects).toEqual(['old'])
})

test('the length of a list and every count beside a choice are as many as that choice then gives', () => {
  const facet = fc.constantFrom('x', 'y')
  const made = fc.record({
    facets: fc.record({ state: facet, field: facet, procedure: facet, holder: facet, channel: facet }),
    receivedOn: fc.constantFrom('2026-11-19', '2026-11-20'), dueOn: fc.constantFrom('2026-11-20', null), isOpen: fc.boolean(),
  })
  const filter: fc.Arbitrary<SearchFilter> = fc.record({
    state: facet, field: facet, holder: facet, received: fc.constant({ from: '2026-11-20' }), due: fc.constant({ until: '2026-11-20', isOpen: true }),
  }, { requiredKeys: [] })
  fc.assert(fc.property(fc.array(made, { maxLength: 30 }), filter, (entries, asked) => {
    const index = searchIndex()
    index.put(entries.map((more, i) => entry(String(i), 'am', undefined, more)))
    const { subjects, count, choices } = index.find({ words: [], filter: asked }, 99)
    expect(subjects.length).toBe(count)
    for (const each of FACETS) {
      for (const value of ['x', 'y']) {
        const then = index.find({ words: [], filter: { ...asked, [each]: value } }, 0).count
        expect(choices[each].find(choice => choice.value === value)?.count ?? 0).toBe(then)
      }
    }
  }))
})

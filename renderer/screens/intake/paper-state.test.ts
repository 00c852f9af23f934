import { expect, test } from 'vitest'
import { addedRow, countPapers, missingPapers, papersFor, withCount, withEnter, withReceived } from './paper-state.ts'
import { caseOf, paperOf } from './case-of.fixture.ts'

const view = caseOf({ papers: [paperOf('a', 'always'), paperOf('b', 'sometimes'), paperOf('c', 'proxy'), paperOf('d', 'present', 0)] })

test('each paper of a case is a row with the counts the catalogue asks, none ticked', () => {
  expect(papersFor(view).map(({ paperId, received, originals, copies }) => [paperId, received, originals, copies])).toEqual([
    ['a', false, '1', '0'], ['b', false, '1', '0'], ['c', false, '1', '0'], ['d', false, '0', '0'],
  ])
})

test('another case of the procedure keeps the ticks of papers both ask for, and papers added by hand', () => {
  const before = [...papersFor(view).map(row => row.paperId === 'a' ? withEnter(row) : row), { ...addedRow([]), name: 'Giấy khác' }]
  const rows = papersFor(caseOf({ papers: [paperOf('a', 'always'), paperOf('e', 'always')] }), before)
  expect(rows.map(row => [row.key, row.received])).toEqual([['a', true], ['e', false], ['added:1', true]])
})

test('Enter on a row takes it as counted; counted as none it is not here', () => {
  const [row] = papersFor(view)
  if (row === undefined) throw new Error('The case has papers')
  expect(withEnter(row).received).toBe(true)
  expect(withEnter(withCount(row, 'originals', '0')).received).toBe(false)
})

test('typing a count ticks the row, and a ticked row is at least one original', () => {
  const [row] = papersFor(view)
  if (row === undefined) throw new Error('The case has papers')
  expect(withCount(row, 'copies', '02')).toEqual({ ...row, copies: '2', received: true })
  expect(withReceived({ ...row, originals: '0' }, true)).toEqual({ ...row, originals: '1', received: true })
  expect(withCount(row, 'originals', '12a34')).toEqual({ ...row, originals: '123', received: true })
})

test('a proxy must hand in the authorisation, the person themselves need not', () => {
  const papers = papersFor(view).map(row => row.paperId === 'a' ? withEnter(row) : row)
  expect(missingPapers({ papers, onBehalf: false }, view)).toEqual([])
  expect(missingPapers({ papers, onBehalf: true }, view).map(paper => paper.id)).toEqual(['c'])
  expect(countPapers({ papers, onBehalf: true }, view)).toEqual({ received: 1, asked: 2 })
})

test('a paper to look at only is ticked without a count', () => {
  const row = papersFor(view)[3]
  if (row === undefined) throw new Error('The case has four papers')
  expect(withEnter(row, view.papers[3])).toEqual({ ...row, received: true })
})

import { Check } from 'typebox/value'
import { expect, test } from 'vitest'
import { ReceivedPaper, receivedPapers } from './paper.ts'

const paper: ReceivedPaper = { id: 'p1', name: 'Giấy chứng sinh', kind: 'submit', originals: 1, copies: 0, received: true }

test('a receipt lists the papers that are here, not those that are missing', () => {
  const missing: ReceivedPaper = { ...paper, id: 'p2', received: false, missingNote: 'hẹn mang sau' }
  expect(receivedPapers([paper, missing, { ...paper, id: 'p3', originals: 0 }])).toEqual([paper])
})

test('counts below nought, beyond reason or in parts are no count', () => {
  for (const originals of [-1, 1.5, 1000, NaN]) expect(Check(ReceivedPaper, { ...paper, originals })).toBe(false)
  expect(Check(ReceivedPaper, { ...paper, name: '' })).toBe(false)
})

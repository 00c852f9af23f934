import { expect, test } from 'vitest'
import { showCell } from './table.ts'

test('a cell reads as a person would write it', () => {
  expect(showCell('day', '2026-11-26')).toBe('26/11/2026')
  expect(showCell('moment', '2026-11-25T17:05:00.000Z')).toBe('00:05 26/11/2026')
  expect(showCell('money', 1_234_567)).toBe('1.234.567 đ')
  expect(showCell('number', 1234)).toBe('1234')
  expect(showCell('text', '0123')).toBe('0123')
  expect(showCell('day', null)).toBe('')
})

import { expect, test } from 'vitest'
import { dayInWords, dayInWordsLong, limitInWords, momentInWords } from './words.ts'

test('days below ten and the first two months have a leading nought, as NĐ 30/2020 wants it', () => {
  expect(dayInWords('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026')
  expect(dayInWords('2026-03-05')).toBe('ngày 05 tháng 3 năm 2026')
  expect(dayInWords('2026-11-25')).toBe('ngày 25 tháng 11 năm 2026')
})

test('moments are told by the clock in Vietnam', () => {
  expect(momentInWords('2026-11-25T17:05:00.000Z')).toBe('00 giờ 05 phút, ngày 26 tháng 11 năm 2026')
  expect(dayInWordsLong('2026-11-29')).toBe('Chủ nhật, ngày 29 tháng 11 năm 2026')
})

test('every kind of limit has its words', () => {
  const units = ['hours', 'working-days', 'days', 'same-day', 'none'] as const
  expect(units.map(unit => limitInWords({ count: 4, unit }))).toEqual(['4 giờ làm việc', '4 ngày làm việc', '4 ngày', 'trong ngày', 'không quy định thời hạn'])
})

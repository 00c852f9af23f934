import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekday } from '../base/day.ts'
import { yearsToCalendar } from './holiday-year.ts'
import { NATIONAL_CALENDAR } from './national-calendar.ts'
import { addWorkingDays, findMakeUp, findRest, isProvisional, isWorkingDay, nextWorkingDay, type Calendar } from './working-days.ts'

test('T2 the national calendar is data with a horizon', () => {
  const { horizon, announcedUntil, daysOff, makeUpDays } = NATIONAL_CALENDAR
  expect({ horizon, announcedUntil, off: Object.keys(daysOff).length, makeUp: Object.keys(makeUpDays) })
    .toEqual({ horizon: '2027-12-31', announcedUntil: '2027-02-04', off: 42, makeUp: ['2025-04-26', '2026-01-10', '2026-08-22'] })
})

test('T2 a calendar without expected days is announced to its horizon', () => {
  const calendar = yearsToCalendar([{ year: 2026, days: [{ date: '2026-09-02', kind: 'holiday', name: 'Quốc khánh', certainty: 'certain' }] }])
  expect(calendar).toEqual({
    horizon: '2026-12-31', announcedUntil: '2026-12-31', daysOff: { '2026-09-02': { name: 'Quốc khánh', kind: 'holiday' } }, makeUpDays: {},
  })
})

test('T3 weekdays count, weekends, holidays and swapped days do not, make-up Saturdays do', () => {
  const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-24', '2026-08-31', '2026-08-22', '2026-04-27', '2026-02-23']
  expect(days.map(on => isWorkingDay(on, NATIONAL_CALENDAR))).toEqual([true, false, false, false, false, true, false, true])
})

test('T3 a day that does not count says why', () => {
  expect(['2026-11-24', '2026-08-31', '2026-04-26', '2026-11-21', '2026-11-20'].map(on => findRest(on, NATIONAL_CALENDAR))).toEqual([
    { why: 'holiday', name: 'Ngày Văn hóa Việt Nam' },
    { why: 'bridge', name: 'nghỉ hoán đổi' },
    { why: 'holiday', name: 'Giỗ Tổ Hùng Vương (Chủ nhật)' },
    { why: 'weekend' },
    undefined,
  ])
  expect(findMakeUp('2026-08-22', NATIONAL_CALENDAR)).toBe('làm bù cho 31/8/2026')
})

test('T3 a weekday named as a make-up day does not stop being a holiday', () => {
  const calendar: Calendar = {
    horizon: '2026-12-31', daysOff: { '2026-11-24': { name: 'x', kind: 'holiday' } }, makeUpDays: { '2026-11-24': 'y' },
  }
  expect(isWorkingDay('2026-11-24', calendar)).toBe(false)
})

test('T6 a day off does not count, nor a swapped Monday', () => {
  expect(addWorkingDays('2026-08-28', 3, NATIONAL_CALENDAR)).toBe('2026-09-07')
  expect(addWorkingDays('2026-08-21', 1, NATIONAL_CALENDAR)).toBe('2026-08-22')
  expect(nextWorkingDay('2026-02-13', NATIONAL_CALENDAR)).toBe('2026-02-23')
  expect(addWorkingDays('2026-11-21', 0, NATIONAL_CALENDAR)).toBe('2026-11-21')
})

test('T15 beyond the horizon only weekends are known', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 20_000 }), count => {
    const on = addDays(NATIONAL_CALENDAR.horizon, count)
    expect(isWorkingDay(on, NATIONAL_CALENDAR)).toBe(weekday(on) <= 5)
    expect(isProvisional(on, NATIONAL_CALENDAR)).toBe(true)
  }))
})

test('T15 Tết 2027 is kept free though its days are only expected', () => {
  expect(['2027-02-04', '2027-02-05', '2027-02-11', '2027-02-12'].map(on => [isWorkingDay(on, NATIONAL_CALENDAR), isProvisional(on, NATIONAL_CALENDAR)]))
    .toEqual([[true, false], [false, true], [false, true], [true, true]])
})

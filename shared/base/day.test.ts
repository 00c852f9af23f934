import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays, day, dayOfInstant, daysBetween, formatDay, formatDayLong, formatMinutes, formatTime, instantToLocal, isDay, isInstant,
  localToInstant, parseDay, parseInstant, weekday,
} from './day.ts'

test('T1 a day begins at midnight in Vietnam, seven hours before UTC', () => {
  expect(dayOfInstant('2026-11-24T16:59:59.999Z')).toBe('2026-11-24')
  expect(dayOfInstant('2026-11-24T17:00:00.000Z')).toBe('2026-11-25')
  expect(localToInstant(day('2026-11-25'), 0)).toBe('2026-11-24T17:00:00.000Z')
})

test('T1 an instant and the clock on the wall tell the same time', () => {
  const moments = fc.date({ min: new Date('1900-01-02T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true })
  fc.assert(fc.property(moments, moment => {
    const instant = moment.toISOString()
    const local = instantToLocal(instant)
    expect(dayOfInstant(instant)).toBe(local.day)
    expect(localToInstant(local.day, local.msOfDay / 60_000)).toBe(instant)
    expect(local.minutesOfDay).toBe(Math.floor(local.msOfDay / 60_000))
  }))
})

test('days are read as people type them, and impossible ones are not', () => {
  const typed = ['20/11/2026', '1/9/2026', '20112026', '2026-11-20', ' 20.11.2026 ', '29/2/2028']
  expect(typed.map(parseDay)).toEqual(['2026-11-20', '2026-09-01', '2026-11-20', '2026-11-20', '2026-11-20', '2028-02-29'])
  const wrong = ['', '30/2/2026', '29/2/2026', '31/4/2026', '0/1/2026', '1/13/2026', '1/1/26', '2026-13-01', '01/01/0026', '112026', 'x', '１/1/2026']
  expect(wrong.map(parseDay)).toEqual(wrong.map(() => undefined))
})

test('a text that must be a day and is none is a bug', () => {
  expect(() => day('2026-02-30')).toThrow('Not a day')
  expect(['2026-11-20', '2026-1-1', '', null, 20261120, '0999-01-01'].map(isDay)).toEqual([true, false, false, false, false, false])
})

test('adding days and counting between them undo each other', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), count => {
    expect(daysBetween('2026-11-25', addDays('2026-11-25', count))).toBe(count)
  }))
})

test('the week begins on Monday and ends on Sunday', () => {
  expect(['2026-11-23', '2026-11-26', '2026-11-29'].map(weekday)).toEqual([1, 4, 7])
})

test('days and times are written as in Vietnam', () => {
  expect(formatDay('2026-11-20')).toBe('20/11/2026')
  expect(formatDayLong('2026-11-26')).toBe('thứ Năm 26/11/2026')
  expect(formatDayLong('2026-11-29')).toBe('Chủ nhật 29/11/2026')
  expect(formatTime('2026-11-20T03:44:59.999Z')).toBe('10:44')
  expect(formatMinutes(425)).toBe('07:05')
})

test('an instant with any zone becomes the one we keep', () => {
  const same = ['2026-11-20T03:44:00.000Z', '2026-11-20T03:44Z', '2026-11-20T10:44:00+07:00', '2026-11-20T10:44:00.0+0700']
  expect(same.map(parseInstant)).toEqual(same.map(() => '2026-11-20T03:44:00.000Z'))
  const wrong = ['2026-11-20T03:44:00', '2026-02-30T03:44:00Z', '2026-11-20', '20/11/2026', '2026-11-20T24:00:00Z', '', 5, null, '2026-11-20t03:44:00z']
  expect(wrong.map(parseInstant)).toEqual(wrong.map(() => undefined))
  expect(isInstant('2026-11-20T03:44:00.000Z')).toBe(true)
  expect(isInstant('2026-11-31T03:44:00.000Z')).toBe(false)
})

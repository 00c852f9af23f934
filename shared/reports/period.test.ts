import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, daysBetween, weekday } from '../base/day.ts'
import { isWithin, periodBefore, periodOf } from './period.ts'

test('a day stands in its week from Monday, its month, its quarter and its year', () => {
  const on = day('2026-11-26')
  expect((['day', 'week', 'month', 'quarter', 'year'] as const).map(kind => periodOf(kind, on))).toEqual([
    { from: '2026-11-26', until: '2026-11-26' },
    { from: '2026-11-23', until: '2026-11-29' },
    { from: '2026-11-01', until: '2026-11-30' },
    { from: '2026-10-01', until: '2026-12-31' },
    { from: '2026-01-01', until: '2026-12-31' },
  ])
  expect(periodOf('month', '2028-02-29')).toEqual({ from: '2028-02-01', until: '2028-02-29' })
})

test('periods follow one another without a gap, whatever the day', () => {
  const anyDay = fc.integer({ min: 0, max: 40_000 }).map(count => addDays('2000-01-01', count))
  fc.assert(fc.property(anyDay, fc.constantFrom('day', 'week', 'month', 'quarter', 'year'), (on, kind) => {
    const period = periodOf(kind, on)
    expect(isWithin(on, period)).toBe(true)
    expect(daysBetween(periodBefore(kind, period).until, period.from)).toBe(1)
    expect(periodOf(kind, period.until)).toEqual(period)
    if (kind === 'week') expect([weekday(period.from), weekday(period.until)]).toEqual([1, 7])
  }), { numRuns: 1000 })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counts, DAY, dayOf, MINUTE, oracleDue, oracleStart, wall } from '../../tests/builders/due-oracle.ts'
import { due, type DueStep, type LimitUnit } from './due.ts'
import { NATIONAL_CALENDAR } from './national-calendar.ts'
import type { Calendar } from './working-days.ts'
import { DEFAULT_HOURS, type Hours } from './working-hours.ts'

const msOf = (local: string) => Date.parse(`${local}+07:00`)
const dayIn = (from: string, until: string) =>
  fc.integer({ min: Date.parse(from) / DAY, max: Date.parse(until) / DAY }).map(n => new Date(n * DAY).toISOString().slice(0, 10))

const anyHours: fc.Arbitrary<Hours> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(DEFAULT_HOURS) },
  { weight: 1, arbitrary: fc.tuple(fc.uniqueArray(fc.integer({ min: 1, max: 95 }), { minLength: 2, maxLength: 6 }), fc.nat(96))
    .map(([quarters, cutoff]) => {
      const edges = quarters.slice(0, quarters.length - quarters.length % 2).sort((a, b) => a - b).map(quarter => quarter * 15)
      const sessions = edges.flatMap((from, i) => i % 2 === 0 ? [{ from, until: edges[i + 1] ?? 1440 }] : [])
      return { sessions, sameDayCutoff: cutoff * 15 }
    }) },
)

const anyCalendar: fc.Arbitrary<Calendar> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(NATIONAL_CALENDAR) },
  { weight: 1, arbitrary: fc.record({
    horizon: dayIn('2026-08-15', '2026-12-31'),
    daysOff: fc.array(dayIn('2026-08-15', '2026-12-31'), { maxLength: 40 })
      .map(days => Object.fromEntries(days.map(on => [on, { name: 'nghỉ', kind: 'holiday' as const }]))),
    makeUpDays: fc.array(dayIn('2026-08-15', '2026-12-31'), { maxLength: 20 }).map(days => Object.fromEntries(days.map(on => [on, 'làm bù']))),
  }) },
)

/** Every minute, and often the minutes at which something changes: opening, break, 15:00, closing, midnight. */
const anyReceipt = fc.tuple(
  fc.oneof(
    dayIn('2026-08-15', '2026-12-31'),
    dayIn('2025-01-01', '2028-01-31'),
    fc.constantFrom('2026-08-21', '2026-08-22', '2026-11-23', '2026-02-13', '2026-12-31'),
  ),
  fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, 419, 420, 689, 690, 691, 809, 810, 899, 900, 901, 1019, 1020, 1021, 1439)),
).map(([on, minute]) => msOf(`${on}T00:00:00.000`) + minute * MINUTE)

const anyUnit = fc.constantFrom<LimitUnit>('hours', 'working-days', 'days', 'same-day', 'none')
const anyCount = fc.oneof(fc.nat(12), fc.nat(45))
const anyCase = fc.record({ received: anyReceipt, unit: anyUnit, count: anyCount, calendar: anyCalendar, hours: anyHours })

test('T6 T7 T8 T9 every due day equals that of a slow oracle', () => {
  fc.assert(fc.property(anyCase, ({ received, unit, count, calendar, hours }) => {
    const expected = oracleDue(received, count, unit, calendar, hours)
    const answer = due({ startedAt: new Date(received).toISOString(), limit: { count, unit }, calendar, hours })
    expect(answer).toMatchObject({
      ok: true,
      value: {
        startsAt: new Date(oracleStart(received, calendar, hours)).toISOString(),
        dueAt: expected === null ? null : new Date(expected).toISOString(),
        dueOn: expected === null ? null : dayOf(expected - (unit === 'same-day' ? 1 : 0)),
        provisional: expected !== null && dayOf(expected - 1) > (calendar.announcedUntil ?? calendar.horizon),
      },
    })
  }), { numRuns: 6000 })
})

test('T6 T8 seconds and milliseconds of the receipt are kept', () => {
  const withMs = fc.tuple(anyReceipt, fc.integer({ min: 0, max: 59_999 })).map(([ms, more]) => ms + more)
  fc.assert(fc.property(withMs, fc.constantFrom<LimitUnit>('working-days', 'days'), fc.nat(20), (received, unit, count) => {
    const expected = oracleDue(received, count, unit, NATIONAL_CALENDAR, DEFAULT_HOURS)
    const startedAt = new Date(received).toISOString()
    const answer = due({ startedAt, limit: { count, unit }, calendar: NATIONAL_CALENDAR, hours: DEFAULT_HOURS })
    expect(answer).toMatchObject({ ok: true, value: { dueAt: new Date(expected ?? NaN).toISOString() } })
  }), { numRuns: 500 })
})

test('T14 the steps name each day between that does not count, once, in order', () => {
  const skipped = (steps: readonly DueStep[]) => steps.flatMap(step => step.kind === 'day-skipped' ? [step.on] : [])
  fc.assert(fc.property(anyCase, ({ received, count, calendar, hours }) => {
    const answer = due({ startedAt: new Date(received).toISOString(), limit: { count, unit: 'working-days' }, calendar, hours })
    if (!answer.ok || answer.value.dueAt === null) throw new Error('a due day was expected')
    const expected: string[] = []
    const dueOn = dayOf(Date.parse(answer.value.dueAt))
    for (let ms = received; dayOf(ms) < dueOn; ms += DAY) if (!counts(wall(ms), calendar)) expected.push(dayOf(ms))
    expect(skipped(answer.value.steps)).toEqual(expected)
  }), { numRuns: 500 })
})

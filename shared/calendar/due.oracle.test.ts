import fc from 'fast-check'
import { expect, test } from 'vitest'
import { due, type DueStep, type LimitUnit } from './due.ts'
import { NATIONAL_CALENDAR } from './national-calendar.ts'
import type { Calendar } from './working-days.ts'
import { DEFAULT_HOURS, type Hours } from './working-hours.ts'

// The oracle below shares no code with what it checks: it walks minute by minute, asks Intl for the
// clock in Vietnam, and looks at one minute at a time. Slow, and hard to get wrong.

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const LONDON_TO_VIETNAM = 7 * HOUR

/** What the calendar on the wall shows at an instant; Intl is asked once a day, because it is slow. */
const wallByUtcHour = new Map<number, { day: string; weekday: string; hour: number }>()
const vietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short', hour: '2-digit', hourCycle: 'h23',
})

function wall(ms: number) {
  const utcHour = Math.floor(ms / HOUR)
  let known = wallByUtcHour.get(utcHour)
  if (known === undefined) {
    const parts = Object.fromEntries(vietnam.formatToParts(ms).map(({ type, value }) => [type, value]))
    known = { day: `${parts.year}-${parts.month}-${parts.day}`, weekday: String(parts.weekday), hour: Number(parts.hour) }
    wallByUtcHour.set(utcHour, known)
  }
  return { ...known, minute: known.hour * 60 + Math.floor((ms - utcHour * HOUR) / MINUTE) }
}

function counts({ day, weekday }: { day: string; weekday: string }, calendar: Calendar): boolean {
  const isWeekend = weekday === 'Sat' || weekday === 'Sun'
  if (day > calendar.horizon) return !isWeekend
  return isWeekend ? day in calendar.makeUpDays : !(day in calendar.daysOff)
}

function isWork(ms: number, calendar: Calendar, hours: Hours): boolean {
  const now = wall(ms)
  return counts(now, calendar) && hours.sessions.some(({ from, until }) => now.minute >= from && now.minute < until)
}

/** The first instant of working time at or after the receipt. */
function oracleStart(received: number, calendar: Calendar, hours: Hours): number {
  if (isWork(received, calendar, hours)) return received
  let ms = Math.floor(received / MINUTE) * MINUTE
  do ms += MINUTE
  while (!isWork(ms, calendar, hours))
  return ms
}

const DAY = 24 * HOUR
const dayOf = (ms: number) => wall(ms).day

function oracleDue(received: number, count: number, unit: LimitUnit, calendar: Calendar, hours: Hours): number | null {
  const start = oracleStart(received, calendar, hours)
  if (unit === 'none') return null
  if (unit === 'hours') {
    let ms = start
    for (let minutes = count * 60; minutes > 0; ms += MINUTE) if (isWork(ms, calendar, hours)) minutes -= 1
    return ms
  }
  if (unit === 'days') {
    let ms = start + count * DAY
    while (!counts(wall(ms), calendar)) ms += DAY
    return ms
  }
  let ms = start
  const days = unit === 'working-days' ? count : wall(start).minute < hours.sameDayCutoff ? 0 : 1
  for (let left = days; left > 0;) {
    ms += DAY
    if (counts(wall(ms), calendar)) left -= 1
  }
  if (unit === 'working-days') return ms
  const midnight = ms - ((ms + LONDON_TO_VIETNAM) % DAY)
  let last = midnight
  for (let minute = midnight; dayOf(minute) === dayOf(ms); minute += MINUTE) if (isWork(minute, calendar, hours)) last = minute
  return last + MINUTE
}

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

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localToInstant } from '../base/day.ts'
import { NATIONAL_CALENDAR } from './national-calendar.ts'
import { addWorkingHours, checkHours, DEFAULT_HOURS, startClock } from './working-hours.ts'

const start = (on: string, clock: string) => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  const { day, msOfDay, moved } = startClock(localToInstant(on, hour * 60 + minute), NATIONAL_CALENDAR, DEFAULT_HOURS)
  return [day, msOfDay / 60_000, moved]
}

test('T5 the clock starts at the receipt when people work, else with the next session', () => {
  expect(start('2026-11-20', '10:44')).toEqual(['2026-11-20', 644, null])
  expect(start('2026-11-20', '07:00')).toEqual(['2026-11-20', 420, null])
  expect(start('2026-11-20', '06:59')).toEqual(['2026-11-20', 420, 'before-opening'])
  expect(start('2026-11-20', '11:29')).toEqual(['2026-11-20', 689, null])
  expect(start('2026-11-20', '11:30')).toEqual(['2026-11-20', 810, 'midday-break'])
  expect(start('2026-11-20', '13:29')).toEqual(['2026-11-20', 810, 'midday-break'])
  expect(start('2026-11-20', '13:30')).toEqual(['2026-11-20', 810, null])
  expect(start('2026-11-20', '16:59')).toEqual(['2026-11-20', 1019, null])
  expect(start('2026-11-20', '17:00')).toEqual(['2026-11-23', 420, 'after-closing'])
  expect(start('2026-11-23', '23:59')).toEqual(['2026-11-25', 420, 'after-closing'])
})

test('T5 what is received on a day off starts the next working morning', () => {
  expect(start('2026-11-21', '09:00')).toEqual(['2026-11-23', 420, 'day-off'])
  expect(start('2026-02-20', '09:00')).toEqual(['2026-02-23', 420, 'day-off'])
  expect(start('2026-08-22', '09:00')).toEqual(['2026-08-22', 540, null])
})

test('T9 hours run over the break, the evening and days off', () => {
  const hours = (on: string, minutes: number, count: number) => {
    const end = addWorkingHours({ day: on, msOfDay: minutes * 60_000 }, count, NATIONAL_CALENDAR, DEFAULT_HOURS)
    return [end.day, end.msOfDay / 60_000]
  }
  expect(hours('2026-11-20', 660, 1)).toEqual(['2026-11-20', 840])
  expect(hours('2026-11-20', 1000, 1)).toEqual(['2026-11-23', 460])
  expect(hours('2026-11-23', 1000, 8)).toEqual(['2026-11-25', 1000])
  expect(hours('2026-11-20', 630, 1)).toEqual(['2026-11-20', 690])
  expect(hours('2026-11-20', 420, 8)).toEqual(['2026-11-20', 1020])
  expect(hours('2026-11-20', 500, 0)).toEqual(['2026-11-20', 500])
})

test('T2 hours are data: sessions in order that do not overlap', () => {
  expect(checkHours(DEFAULT_HOURS)).toEqual({ ok: true, value: DEFAULT_HOURS })
  const day = [{ from: 420, until: 690 }]
  const wrong = [
    null, 7, {}, { sessions: day }, { sessions: [], sameDayCutoff: 900 }, { sessions: [{ from: 690, until: 690 }], sameDayCutoff: 900 },
    { sessions: [{ from: 420, until: 700 }, { from: 690, until: 1020 }], sameDayCutoff: 900 }, { sessions: day, sameDayCutoff: 15.5 },
    { sessions: [{ from: 420, until: 1441 }], sameDayCutoff: 900 }, { sessions: [{ from: -1, until: 60 }], sameDayCutoff: 900 },
    { sessions: [{ from: '420', until: 690 }], sameDayCutoff: 900 }, { sessions: [null], sameDayCutoff: 900 },
  ]
  expect(wrong.map(checkHours)).toEqual(wrong.map(() => ({ ok: false, problem: { code: 'calendar/hours-invalid' } })))
})

test('T2 anything at all is told from hours without a fall', () => {
  fc.assert(fc.property(fc.anything(), anything => {
    expect(checkHours(anything).ok).toBe(false)
  }))
})

import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { localToInstant } from '../base/day.ts'
import { due, DueStep, type Limit, type LimitUnit } from './due.ts'
import { limitToWorkingHours } from './limit-length.ts'
import { NATIONAL_CALENDAR } from './national-calendar.ts'
import { compareOnTime } from './on-time.ts'
import { DEFAULT_HOURS } from './working-hours.ts'

const at = (on: string, clock: string) => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return localToInstant(on, hour * 60 + minute)
}

const ask = (startedAt: string, count: number, unit: LimitUnit, calendar = NATIONAL_CALENDAR) => {
  const answer = due({ startedAt, limit: { count, unit }, calendar, hours: DEFAULT_HOURS })
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value
}

const dueAt = (startedAt: string, count: number, unit: LimitUnit) => ask(startedAt, count, unit).dueAt

test('T1 a receipt late in the evening in London belongs to the next morning in Vietnam', () => {
  expect(ask('2026-11-24T23:30:00.000Z', 1, 'working-days')).toMatchObject({ startsAt: at('2026-11-25', '07:00'), dueOn: '2026-11-26' })
})

test('T4 each kind of limit has its end, and none has none', () => {
  const units: LimitUnit[] = ['hours', 'working-days', 'days', 'same-day', 'none']
  expect(units.map(unit => dueAt(at('2026-11-20', '10:44'), 4, unit))).toEqual([
    at('2026-11-20', '16:44'), at('2026-11-27', '10:44'), at('2026-11-25', '10:44'), at('2026-11-20', '17:00'), null,
  ])
  expect(ask(at('2026-11-20', '10:44'), 0, 'none')).toEqual({
    dueOn: null, dueAt: null, provisional: false, startsAt: at('2026-11-20', '10:44'), steps: [{ kind: 'no-limit', on: '2026-11-20' }],
  })
})

test('T4 eight working hours are one working day', () => {
  expect(dueAt(at('2026-11-20', '10:44'), 24, 'hours')).toBe(dueAt(at('2026-11-20', '10:44'), 3, 'working-days'))
  const limits: Limit[] = [{ count: 5, unit: 'hours' }, { count: 3, unit: 'working-days' }, { count: 3, unit: 'days' }, { count: 0, unit: 'none' }]
  expect(limits.map(limitToWorkingHours)).toEqual([5, 24, undefined, undefined])
})

test('T5 received on a Saturday, counted from Monday morning', () => {
  expect(ask(at('2026-11-28', '09:00'), 2, 'working-days')).toMatchObject({ startsAt: at('2026-11-30', '07:00'), dueOn: '2026-12-02' })
})

test('T6 the N-th working day after the start, at the same clock time', () => {
  expect(dueAt(at('2026-11-20', '10:44'), 3, 'working-days')).toBe(at('2026-11-26', '10:44'))
  expect(dueAt(at('2026-11-20', '12:00'), 1, 'working-days')).toBe(at('2026-11-23', '13:30'))
  expect(dueAt(at('2026-11-20', '18:00'), 1, 'working-days')).toBe(at('2026-11-25', '07:00'))
  expect(dueAt('2026-11-20T03:44:32.123Z', 1, 'working-days')).toBe('2026-11-23T03:44:32.123Z')
})

test('T7 same-day before 15:00 today, from 15:00 the next working day, at closing time', () => {
  expect(dueAt(at('2026-11-20', '14:59'), 1, 'same-day')).toBe(at('2026-11-20', '17:00'))
  expect(dueAt(at('2026-11-20', '15:00'), 1, 'same-day')).toBe(at('2026-11-23', '17:00'))
  expect(dueAt(at('2026-11-20', '17:30'), 1, 'same-day')).toBe(at('2026-11-23', '17:00'))
  expect(dueAt(at('2026-11-21', '16:00'), 1, 'same-day')).toBe(at('2026-11-23', '17:00'))
})

test('T7 the hour is a setting', () => {
  const early = due({
    startedAt: at('2026-11-20', '14:30'), limit: { count: 1, unit: 'same-day' }, calendar: NATIONAL_CALENDAR, hours: { ...DEFAULT_HOURS, sameDayCutoff: 840 },
  })
  expect(early).toMatchObject({ ok: true, value: { dueOn: '2026-11-23' } })
})

test('T8 calendar days run over days off and end on a working day', () => {
  expect(dueAt(at('2026-11-20', '10:44'), 5, 'days')).toBe(at('2026-11-25', '10:44'))
  expect(dueAt(at('2026-11-20', '10:44'), 4, 'days')).toBe(at('2026-11-25', '10:44'))
  expect(dueAt(at('2026-11-20', '10:44'), 1, 'days')).toBe(at('2026-11-23', '10:44'))
  expect(dueAt(at('2026-02-10', '08:00'), 5, 'days')).toBe(at('2026-02-23', '08:00'))
})

test('T9 hours end at the end of a session when they meet it', () => {
  expect(dueAt(at('2026-11-20', '07:00'), 8, 'hours')).toBe(at('2026-11-20', '17:00'))
  expect(dueAt(at('2026-11-20', '16:00'), 1, 'hours')).toBe(at('2026-11-20', '17:00'))
  expect(dueAt(at('2026-11-20', '16:30'), 1, 'hours')).toBe(at('2026-11-23', '07:30'))
})

test('T13 days are compared, not clock times, and no due day is on time', () => {
  const endedAt = at('2026-11-20', '23:59')
  expect(['2026-11-19', '2026-11-20', '2026-11-21', null].map(dueOn => compareOnTime({ endedAt, dueOn })))
    .toEqual(['overdue', 'onTime', 'early', 'onTime'])
})

test('T14 a due day says how it came about', () => {
  expect(ask(at('2026-11-20', '17:30'), 2, 'working-days').steps).toEqual([
    { kind: 'start-moved', on: '2026-11-23', from: at('2026-11-20', '17:30'), to: at('2026-11-23', '07:00'), why: 'after-closing' },
    { kind: 'day-skipped', on: '2026-11-21', why: 'weekend' },
    { kind: 'day-skipped', on: '2026-11-22', why: 'weekend' },
    { kind: 'day-skipped', on: '2026-11-24', why: 'holiday', name: 'Ngày Văn hóa Việt Nam' },
    { kind: 'counted', on: '2026-11-26', count: 2, unit: 'working-days' },
  ])
  expect(ask(at('2026-08-21', '15:10'), 1, 'same-day').steps).toEqual([
    { kind: 'after-cutoff', on: '2026-08-21', cutoff: 900 },
    { kind: 'make-up-day', on: '2026-08-22', name: 'làm bù cho 31/8/2026' },
    { kind: 'counted', on: '2026-08-22', count: 1, unit: 'same-day' },
  ])
})

test('T14 a step keeps its shape on its way through the journal', () => {
  const { steps } = ask(at('2026-12-31', '17:30'), 40, 'working-days')
  expect((JSON.parse(JSON.stringify(steps)) as unknown[]).every(step => Value.Check(DueStep, step))).toBe(true)
})

test('T15 beyond what is announced a due day is provisional and says until when days are known', () => {
  expect(ask(at('2026-12-31', '08:00'), 1, 'working-days')).toMatchObject({ dueOn: '2027-01-04', provisional: false })
  const inTet = ask(at('2027-02-04', '08:00'), 1, 'days')
  expect(inTet).toMatchObject({ dueOn: '2027-02-12', provisional: true })
  expect(inTet.steps.at(-1)).toEqual({ kind: 'not-announced', on: '2027-02-12', knownUntil: '2027-02-04' })
  expect(ask(at('2027-12-31', '08:00'), 1, 'working-days')).toMatchObject({ dueOn: '2028-01-03', provisional: true })
})

test('T15 when the calendar arrives the day is computed anew', () => {
  const short = { ...NATIONAL_CALENDAR, horizon: '2025-12-31', announcedUntil: '2025-12-31' }
  expect(ask(at('2025-12-31', '08:00'), 1, 'working-days', short)).toMatchObject({ dueOn: '2026-01-01', provisional: true })
  expect(ask(at('2025-12-31', '08:00'), 1, 'working-days')).toMatchObject({ dueOn: '2026-01-05', provisional: false })
})

test('a receipt that is no instant is a problem', () => {
  const wrong = ['', 'x', '2026-11-20', '2026-02-30T03:44:00.000Z', '2026-11-20T03:44:00', '1899-12-31T00:00:00.000Z', '9999-12-31T00:00:00Z', null, 5, {}]
  expect(wrong.map(startedAt => due({ startedAt: startedAt as string, limit: { count: 1, unit: 'days' }, calendar: NATIONAL_CALENDAR, hours: DEFAULT_HOURS })))
    .toEqual(wrong.map(() => ({ ok: false, problem: { code: 'calendar/instant-invalid' } })))
})

test('a limit that is none is a problem', () => {
  const wrong: unknown[] = [
    { count: -1, unit: 'days' }, { count: 1.5, unit: 'hours' }, { count: 3651, unit: 'working-days' }, { count: NaN, unit: 'days' }, { count: '3', unit: 'days' },
    { count: 3, unit: 'weeks' }, { count: 3 }, { unit: 'days' }, null, 3, 'none', [], { count: -1, unit: 'none' }, { count: Infinity, unit: 'hours' },
  ]
  expect(wrong.map(limit => due({ startedAt: '2026-11-20T03:44:00.000Z', limit: limit as Limit, calendar: NATIONAL_CALENDAR, hours: DEFAULT_HOURS })))
    .toEqual(wrong.map(() => ({ ok: false, problem: { code: 'calendar/limit-invalid' } })))
})

test('the longest limits are counted: ninety-one weeks and a day, seven hundred and thirty weeks, ten years', () => {
  const units: LimitUnit[] = ['hours', 'working-days', 'days']
  expect(units.map(unit => ask('2999-12-31T03:44:00Z', 3650, unit).dueOn)).toEqual(['3001-09-30', '3013-12-28', '3009-12-29'])
})

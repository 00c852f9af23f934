import { expect, test } from 'vitest'
import { due, type Limit } from '../../shared/calendar/due.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import { DEFAULT_HOURS } from '../../shared/calendar/working-hours.ts'
import { dueSentences } from '../text/due.ts'
import { dueDays, type StripDay } from './due-days.ts'

const FRIDAY = '2026-11-20T03:44:00.000Z'

function strip(limit: Limit, startedAt = FRIDAY): readonly StripDay[] {
  const answer = due({ startedAt, limit, calendar: NATIONAL_CALENDAR, hours: DEFAULT_HOURS })
  if (!answer.ok) throw new Error(answer.problem.code)
  return dueDays({ receivedOn: '2026-11-20', due: answer.value, limit, calendar: NATIONAL_CALENDAR })
}

function inShort(days: readonly StripDay[]): readonly string[] {
  return days.map(day => {
    if (day.kind === 'gap') return '…'
    if (day.kind === 'off') return day.isHoliday ? 'lễ' : 'nghỉ'
    return day.kind === 'received' ? 'nhận' : `${day.kind === 'due' ? '=' : ''}${String(day.number)}`
  })
}

test('three working days over a weekend and a holiday fill the strip of seven', () => {
  expect(inShort(strip({ count: 3, unit: 'working-days' }))).toEqual(['nhận', 'nghỉ', 'nghỉ', '1', 'lễ', '2', '=3'])
})

test('a long limit shows its first day, a gap and its last five days', () => {
  expect(inShort(strip({ count: 10, unit: 'working-days' }))).toEqual(['nhận', '…', '8', '9', 'nghỉ', 'nghỉ', '=10'])
})

test('a result of the same day is one square', () => {
  expect(strip({ count: 0, unit: 'same-day' })).toEqual([{ kind: 'due', on: '2026-11-20', weekday: 5, number: null }])
})

test('without a limit there is no strip', () => {
  expect(strip({ count: 0, unit: 'none' })).toEqual([])
})

test('the sentences name the limit and each holiday, and the hour that moved the day', () => {
  const three: Limit = { count: 3, unit: 'working-days' }
  const answer = due({ startedAt: FRIDAY, limit: three, calendar: NATIONAL_CALENDAR, hours: DEFAULT_HOURS })
  expect(answer.ok && dueSentences(three, answer.value.steps, answer.value.dueOn)).toEqual([
    '3 ngày làm việc, tính từ ngày sau ngày nhận.', expect.stringMatching(/^Thứ Ba 24\/11 nghỉ /),
  ])
  const sameDay: Limit = { count: 0, unit: 'same-day' }
  const late = due({ startedAt: '2026-11-20T08:10:00.000Z', limit: sameDay, calendar: NATIONAL_CALENDAR, hours: DEFAULT_HOURS })
  expect(late.ok && dueSentences(sameDay, late.value.steps, late.value.dueOn)).toContain('Nhận sau 15:00: hẹn trả sang thứ Hai 23/11.')
})

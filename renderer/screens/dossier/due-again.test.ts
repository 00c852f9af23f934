import { expect, test } from 'vitest'
import { due } from '../../../shared/calendar/due.ts'
import { NATIONAL_CALENDAR } from '../../../shared/calendar/national-calendar.ts'
import { DEFAULT_HOURS } from '../../../shared/calendar/working-hours.ts'
import { countDueAgain } from './due-again.ts'

const receivedAt = '2026-11-25T02:00:00.000Z'
const limit = { count: 3, unit: 'working-days' } as const
const counted = due({ startedAt: receivedAt, limit, calendar: NATIONAL_CALENDAR, hours: DEFAULT_HOURS })
if (!counted.ok) throw new Error(counted.problem.code)
const promised = { ...counted.value, limit }

test('a firm promise is not counted again', () => {
  expect(countDueAgain({ receivedAt, due: { ...promised, provisional: false } }, NATIONAL_CALENDAR, DEFAULT_HOURS)).toBeUndefined()
})

test('a provisional day that today falls elsewhere is shown beside the promised one', () => {
  expect(countDueAgain({ receivedAt, due: { ...promised, provisional: true, dueOn: '2026-11-27' } }, NATIONAL_CALENDAR, DEFAULT_HOURS))
    .toEqual({ kind: 'moved', dueOn: promised.dueOn })
})

test('a provisional day that is now announced and stays is said to stay', () => {
  expect(countDueAgain({ receivedAt, due: { ...promised, provisional: true } }, NATIONAL_CALENDAR, DEFAULT_HOURS)).toEqual({ kind: 'same' })
})

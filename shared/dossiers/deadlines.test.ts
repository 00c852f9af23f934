import { expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { dueState } from './deadlines.ts'
import type { Dossier } from './dossier.ts'

const due = (dueOn: string | null): NonNullable<Dossier['due']> =>
  ({ limit: { count: 3, unit: 'working-days' }, dueOn, dueAt: null, provisional: false, steps: [] })

test('a dossier is overdue from the day after, and due soon until the next working day is over', () => {
  const days = ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-30', '2026-12-01']
  expect(days.map(dueOn => dueState({ state: 'received', due: due(dueOn) }, '2026-11-27', NATIONAL_CALENDAR)))
    .toEqual(['overdue', 'due-today', 'due-soon', 'due-soon', 'in-time'])
})

test('what is closed or has no limit is never late', () => {
  expect(dueState({ state: 'withdrawn', due: due('2020-01-01') }, '2026-11-27', NATIONAL_CALENDAR)).toBe('none')
  expect(dueState({ state: 'received', due: due(null) }, '2026-11-27', NATIONAL_CALENDAR)).toBe('none')
  expect(dueState({ state: 'guided' }, '2026-11-27', NATIONAL_CALENDAR)).toBe('none')
})

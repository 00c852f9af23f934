import { Value } from 'typebox/value'
import { isDay } from '../../shared/base/day.ts'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { HolidayYear } from '../../shared/calendar/holiday-year.ts'
import type { City } from '../city.ts'
import { writeActs, type Decided } from './city-log.ts'
import { refusalOf, type NotAllowed } from './city-problem.ts'
import type { CityActor } from './city-role.ts'
import { PUBLIC } from './public-log.ts'
import type { Settling } from './settling.ts'

export type PublishCalendarProblem = Settling | NotAllowed | Problem & { readonly code: 'calendar/malformed' }

/** Publishes one year of days off (rules T2, T15), as the files of `shared/calendar/holidays` hold it. */
export async function publishCalendar(
  city: City, by: CityActor, published: unknown,
): Promise<Result<{ readonly year: number }, PublishCalendarProblem>> {
  const refusal = refusalOf(by, 'publish')
  if (refusal !== undefined) return refusal
  if (!Value.Check(HolidayYear, published)) return failure({ code: 'calendar/malformed' })
  const { year, days } = published
  const isOfYear = days.length <= 366 && days.every(({ date }) => isDay(date) && date.startsWith(String(year)))
  if (!isOfYear || year < 2025 || year > 2100) return failure({ code: 'calendar/malformed' })
  return writeActs(city, PUBLIC, by.id, (): Result<Decided<{ readonly year: number }>, never> =>
    success({ acts: [{ subject: 'city:calendar', kind: 'calendar/published', body: { year, holidays: published } }], value: { year } }))
}

import { failure, success, type Result } from '../../shared/base/result.ts'
import { due, type Limit } from '../../shared/calendar/due.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import { checkHours, DEFAULT_HOURS } from '../../shared/calendar/working-hours.ts'
import { hasParts, type EachQuestion } from './question.ts'

/** When is it due? `{"startedAt", "limit", "hours"?}` gives `{"dueOn", "dueAt", "provisional", "startsAt", "steps"}`. */
export const dueQuestion: EachQuestion = { name: 'due', each: answerDue }

function answerDue(element: unknown): Result<unknown> {
  if (!hasParts(element)) return failure({ code: 'ask/element-invalid' })
  const hours = element.hours === undefined ? success(DEFAULT_HOURS) : checkHours(element.hours)
  if (!hours.ok) return hours
  // The rule checks both again: what comes from outside only pretends to have these types.
  return due({ startedAt: element.startedAt as string, limit: element.limit as Limit, calendar: NATIONAL_CALENDAR, hours: hours.value })
}

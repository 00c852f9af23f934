import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { addDays, dayOfInstant, type Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { isWorkingDay, type Calendar } from '../calendar/working-days.ts'
import type { CertificationBodies } from './act-bodies.ts'
import { parseBookSubject, type BookOf } from './book.ts'
import { countLentOut } from './books.ts'
import type { ClosedBook } from './draw-numbers.ts'
import type { CertificationMoment } from './moment.ts'

export const CloseBookInput = Type.Object({ subject: Type.String({ maxLength: 80 }) })
export type CloseBookInput = Static<typeof CloseBookInput>

export type CloseBookProblem = ClosedBook
  | Problem & { readonly code: 'book/unknown' | 'book/other-desk' }
  | Problem & { readonly code: 'book/too-early'; readonly from: Day }

/**
 * Closes a book at the end of its year (khóa sổ): how many numbers it has, how many of them count for nothing, and how many are
 * with other desks.
 *
 * It cannot be taken back, so it is refused before the last working day of the year. The next year's book opens with its first number.
 * The book of a PC that writes no more is closed by whoever is there, at any time, as far as its lines are known here (rule N6).
 * Problems: `book/unknown`, `book/other-desk` while that desk still works, `book/closed` (L20), `book/too-early`.
 */
export function closeBook(input: CloseBookInput, moment: CertificationMoment): Result<readonly NewAct[], CloseBookProblem> {
  const of = parseBookSubject(input.subject)
  const state = moment.bookState(input.subject)
  if (of === undefined || state === undefined) return failure({ code: 'book/unknown' })
  if (state.closedAt !== null) return failure({ code: 'book/closed', label: state.label, closedAt: state.closedAt })
  const from = closableFrom(of, moment)
  if (from === undefined) return failure({ code: 'book/other-desk' })
  if (dayOfInstant(moment.at) < from) return failure({ code: 'book/too-early', from })
  const { label, last, voidedCount } = state
  const lentCount = countLentOut(state)
  const body: CertificationBodies['book/closed'] = {
    kind: of.kind, year: of.year, label, last, voidedCount, ...(lentCount === 0 ? {} : { lentCount }), closedByName: moment.author.name,
  }
  return success([{ subject: input.subject, kind: 'book/closed', body }])
}

/** From which day on a book may be closed here; undefined while its own PC still writes it. */
export function closableFrom(
  { device, year }: BookOf, { office, goneDevices, calendar }: Pick<CertificationMoment, 'office' | 'goneDevices' | 'calendar'>,
): Day | undefined {
  if (device === office.device) return lastWorkingDay(year, calendar)
  return goneDevices.includes(device) ? `${String(year)}-01-01` : undefined
}

function lastWorkingDay(year: number, calendar: Calendar): Day {
  let on = `${String(year)}-12-31`
  while (!isWorkingDay(on, calendar)) on = addDays(on, -1)
  return on
}

import { addDays, dayOfInstant, daysBetween, instantToLocal, localToInstant, type Day } from '../base/day.ts'
import { explainDays, type DueStep, type Limit } from './due.ts'
import { isProvisional, workingDayFrom, type Calendar } from './working-days.ts'
import { addWorkingMs, startClock, workingMsBetween, type Hours, type WorkingTime } from './working-hours.ts'

const MINUTE = 60_000

/** A due day that was promised, and the stretch in which the clock stood; instants are UTC with milliseconds. */
export interface RunOnQuestion {
  readonly dueAt: string
  readonly unit: Limit['unit']
  readonly stoppedAt: string
  readonly resumedAt: string
  readonly calendar: Calendar
  readonly hours: Hours
}

export interface RunOn {
  readonly dueOn: Day
  readonly dueAt: string
  readonly provisional: boolean
  readonly steps: readonly DueStep[]
}

/**
 * When a result is due after the clock has stood: what was left of the limit runs on (rules T10, T11, T14).
 *
 * A limit in calendar days has calendar days left, any other working time. A limit that was past by days when the clock
 * stopped stays past: its day stands.
 */
export function runOn(question: RunOnQuestion): RunOn {
  const { dueAt, unit, stoppedAt, resumedAt, calendar, hours } = question
  const dueOn = dayOfInstant(dueAt)
  if (dueOn < dayOfInstant(stoppedAt)) {
    return { dueOn, dueAt, provisional: isProvisional(dueOn, calendar), steps: [{ kind: 'used-up', on: dueOn }] }
  }
  const start = startClock(resumedAt, calendar, hours)
  const left = unit === 'days' ? daysLeft(question, start) : workingTimeLeft(question, start)
  const provisional = isProvisional(left.end.day, calendar)
  return {
    dueOn: left.end.day,
    dueAt: localToInstant(left.end.day, left.end.msOfDay / MINUTE),
    provisional,
    steps: [
      ...explainDays(addDays(start.day, 1), left.end.day, calendar),
      { kind: 'remaining', on: left.end.day, count: left.count, unit: unit === 'days' ? 'days' : 'minutes' },
      ...(provisional ? [{ kind: 'not-announced' as const, on: left.end.day, knownUntil: calendar.announcedUntil ?? calendar.horizon }] : []),
    ],
  }
}

interface Left {
  readonly count: number
  readonly end: WorkingTime
}

/** The clock time of the promise is kept: every working day has the same hours. */
function daysLeft({ dueAt, stoppedAt, calendar }: RunOnQuestion, start: WorkingTime): Left {
  const due = instantToLocal(dueAt)
  const count = daysBetween(dayOfInstant(stoppedAt), due.day)
  return { count, end: { day: workingDayFrom(addDays(start.day, count), calendar), msOfDay: due.msOfDay } }
}

function workingTimeLeft({ dueAt, stoppedAt, calendar, hours }: RunOnQuestion, start: WorkingTime): Left {
  const left = workingMsBetween(startClock(stoppedAt, calendar, hours), instantToLocal(dueAt), calendar, hours)
  return { count: Math.round(left / MINUTE), end: addWorkingMs(start, left, calendar, hours) }
}

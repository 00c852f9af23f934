import { Type, type Static } from 'typebox'
import { addDays, dayOfInstant, localToInstant, parseInstant, type Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { addWorkingDays, findMakeUp, findRest, isProvisional, nextWorkingDay, workingDayFrom, type Calendar } from './working-days.ts'
import { addWorkingHours, closingMs, startClock, type ClockStart, type Hours, type WorkingTime } from './working-hours.ts'

/** How long a procedure may take (thời hạn giải quyết, rule T4). The count means nothing for `same-day` and `none`. */
export const Limit = Type.Object({
  count: Type.Integer({ minimum: 0, maximum: 3650 }),
  unit: Type.Union([
    Type.Literal('hours'), Type.Literal('working-days'), Type.Literal('days'), Type.Literal('same-day'), Type.Literal('none'),
  ]),
})
export type Limit = Static<typeof Limit>
export type LimitUnit = Limit['unit']

const DayText = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })

/** One reason why a due day is what it is (rule T14); `on` is the day in question. Screens and papers put it in words. */
export const DueStep = Type.Union([
  Type.Object({
    kind: Type.Literal('start-moved'),
    on: DayText,
    from: Type.String(),
    to: Type.String(),
    why: Type.Union([Type.Literal('before-opening'), Type.Literal('midday-break'), Type.Literal('after-closing'), Type.Literal('day-off')]),
  }),
  Type.Object({
    kind: Type.Literal('day-skipped'),
    on: DayText,
    why: Type.Union([Type.Literal('weekend'), Type.Literal('holiday'), Type.Literal('bridge'), Type.Literal('compensatory')]),
    name: Type.Optional(Type.String()),
  }),
  Type.Object({ kind: Type.Literal('make-up-day'), on: DayText, name: Type.String() }),
  Type.Object({ kind: Type.Literal('after-cutoff'), on: DayText, cutoff: Type.Integer() }),
  Type.Object({ kind: Type.Literal('counted'), on: DayText, count: Type.Integer(), unit: Limit.properties.unit }),
  Type.Object({ kind: Type.Literal('no-limit'), on: DayText }),
  /** The clock stood from `on` until `until`; then the limit began again, or what was left of it ran on (rules T10, T11). */
  Type.Object({
    kind: Type.Literal('paused'),
    on: DayText,
    until: DayText,
    why: Type.Union([Type.Literal('supplement'), Type.Literal('payment')]),
    then: Type.Union([Type.Literal('restart'), Type.Literal('resume')]),
  }),
  /** What was left of the limit when the clock stopped, and the day on which it is used up. */
  Type.Object({ kind: Type.Literal('remaining'), on: DayText, count: Type.Integer(), unit: Type.Union([Type.Literal('minutes'), Type.Literal('days')]) }),
  /** The limit was past when the clock stopped, so the day promised before stands. */
  Type.Object({ kind: Type.Literal('used-up'), on: DayText }),
  /** By a written apology, from the day promised before (rule T12). */
  Type.Object({ kind: Type.Literal('extended'), on: DayText, from: DayText }),
  Type.Object({ kind: Type.Literal('not-announced'), on: DayText, knownUntil: DayText }),
])
export type DueStep = Static<typeof DueStep>

/** When a result is due, and why. `startsAt` and `dueAt` are UTC with milliseconds; both due fields are null without a limit. */
export interface Due {
  readonly dueOn: Day | null
  readonly dueAt: string | null
  readonly provisional: boolean
  readonly startsAt: string
  readonly steps: readonly DueStep[]
}

export interface DueProblem extends Problem {
  readonly code: 'calendar/instant-invalid' | 'calendar/limit-invalid'
}

export interface DueQuestion {
  /** Receipt: an instant with its zone, years 1900 to 2999. */
  readonly startedAt: string
  readonly limit: Limit
  readonly calendar: Calendar
  readonly hours: Hours
}

/**
 * The day and instant a result is due (hẹn trả), with its explanation (rules T4–T9, T14, T15).
 *
 * Problems: `calendar/instant-invalid`, `calendar/limit-invalid`.
 */
export function due({ startedAt, limit, calendar, hours }: DueQuestion): Result<Due, DueProblem> {
  const receivedAt = parseInstant(startedAt)
  if (receivedAt === undefined || !/^(19|2\d)/.test(receivedAt)) return failure({ code: 'calendar/instant-invalid' })
  if (!isLimit(limit)) return failure({ code: 'calendar/limit-invalid' })

  const start = startClock(receivedAt, calendar, hours)
  const startsAt = toInstant(start)
  const startSteps = explainStart(receivedAt, start, calendar)
  if (limit.unit === 'none') {
    return success({ dueOn: null, dueAt: null, provisional: false, startsAt, steps: [...startSteps, { kind: 'no-limit', on: start.day }] })
  }

  const end = count(start, limit, calendar, hours)
  const provisional = isProvisional(end.day, calendar)
  return success({
    dueOn: end.day,
    dueAt: toInstant(end),
    provisional,
    startsAt,
    steps: [
      ...startSteps,
      ...(isPastCutoff(start, limit, hours) ? [{ kind: 'after-cutoff' as const, on: start.day, cutoff: hours.sameDayCutoff }] : []),
      ...explainDays(limit.unit === 'days' ? addDays(start.day, limit.count) : addDays(start.day, 1), end.day, calendar),
      { kind: 'counted', on: end.day, count: limit.unit === 'same-day' ? 1 : limit.count, unit: limit.unit },
      ...(provisional ? [{ kind: 'not-announced' as const, on: end.day, knownUntil: calendar.announcedUntil ?? calendar.horizon }] : []),
    ],
  })
}

/** Every working day has the same hours, so the clock time at which the clock started is one of them on the due day too (rules T6, T8). */
function count(start: WorkingTime, limit: Limit, calendar: Calendar, hours: Hours): WorkingTime {
  switch (limit.unit) {
    case 'hours':
      return addWorkingHours(start, limit.count, calendar, hours)
    case 'working-days':
      return { day: addWorkingDays(start.day, limit.count, calendar), msOfDay: start.msOfDay }
    case 'days':
      return { day: workingDayFrom(addDays(start.day, limit.count), calendar), msOfDay: start.msOfDay }
    case 'same-day':
      return { day: isPastCutoff(start, limit, hours) ? nextWorkingDay(start.day, calendar) : start.day, msOfDay: closingMs(hours) }
    case 'none':
      throw new Error('Without a limit there is nothing to count')
  }
}

function isPastCutoff(start: WorkingTime, limit: Limit, hours: Hours): boolean {
  return limit.unit === 'same-day' && start.msOfDay >= hours.sameDayCutoff * 60_000
}

function explainStart(receivedAt: string, start: ClockStart, calendar: Calendar): DueStep[] {
  if (start.moved === null) return []
  const receivedOn = dayOfInstant(receivedAt)
  const moved: DueStep = { kind: 'start-moved', on: start.day, from: receivedAt, to: toInstant(start), why: start.moved }
  return [moved, ...(receivedOn < start.day ? explainDays(receivedOn, addDays(start.day, -1), calendar) : [])]
}

/** What is worth saying about the days from one to another, both included. */
export function explainDays(from: Day, until: Day, calendar: Calendar): DueStep[] {
  const steps: DueStep[] = []
  for (let on = from; on <= until; on = addDays(on, 1)) {
    const rest = findRest(on, calendar)
    const makeUp = findMakeUp(on, calendar)
    if (rest !== undefined) steps.push({ kind: 'day-skipped', on, ...rest })
    else if (makeUp !== undefined) steps.push({ kind: 'make-up-day', on, name: makeUp })
  }
  return steps
}

/** Limits come from published data and from outside, so the shape is not taken on trust. */
function isLimit(limit: unknown): limit is Limit {
  if (typeof limit !== 'object' || limit === null || !('unit' in limit)) return false
  const { unit } = limit
  const counted = 'count' in limit ? limit.count : undefined
  if ((unit === 'same-day' || unit === 'none') && (counted === undefined || counted === null)) return true
  if (!Number.isInteger(counted) || (counted as number) < 0 || (counted as number) > 3650) return false
  return unit === 'hours' || unit === 'working-days' || unit === 'days' || unit === 'same-day' || unit === 'none'
}

function toInstant(time: WorkingTime): string {
  return localToInstant(time.day, time.msOfDay / 60_000)
}

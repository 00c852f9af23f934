import { Type, type Static } from 'typebox'
import { instantToLocal, type Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { isWorkingDay, nextWorkingDay, type Calendar } from './working-days.ts'

const MINUTE = 60_000

/** One stretch of work, minutes since midnight; the end belongs to the break after it. */
export const Session = Type.Object({
  from: Type.Integer({ minimum: 0, maximum: 1439 }),
  until: Type.Integer({ minimum: 1, maximum: 1440 }),
})
export type Session = Static<typeof Session>

/** When this office works (giờ làm việc): published data, per unit (rule T2). `sameDayCutoff` is the hour of rule T7. */
export const Hours = Type.Object({
  sessions: Type.Array(Session, { minItems: 1, maxItems: 6 }),
  sameDayCutoff: Type.Integer({ minimum: 0, maximum: 1440 }),
})
export type Hours = Static<typeof Hours>

/** 07:00–11:30, 13:30–17:00, and 15:00 for same-day procedures (NĐ 23/2015/NĐ-CP, Art. 7). */
export const DEFAULT_HOURS: Hours = { sessions: [{ from: 420, until: 690 }, { from: 810, until: 1020 }], sameDayCutoff: 900 }

export interface HoursProblem extends Problem {
  readonly code: 'calendar/hours-invalid'
}

/** A point of working time: a day in Vietnam and milliseconds since its midnight. */
export interface WorkingTime {
  readonly day: Day
  readonly msOfDay: number
}

/** Where the clock starts, and why not at the receipt (rule T5). */
export interface ClockStart extends WorkingTime {
  readonly moved: 'before-opening' | 'midday-break' | 'after-closing' | 'day-off' | null
}

/** Hours in order that do not overlap, or `calendar/hours-invalid`. */
export function checkHours(hours: unknown): Result<Hours, HoursProblem> {
  return isHours(hours) ? success(hours) : failure({ code: 'calendar/hours-invalid' })
}

/**
 * The receipt moved forward into working time (rule T5).
 *
 * At the very end of a session no time is left in it, so the clock starts with the next.
 */
export function startClock(receivedAt: string, calendar: Calendar, hours: Hours): ClockStart {
  const { day, msOfDay } = instantToLocal(receivedAt)
  const opening = openingMs(hours)
  if (!isWorkingDay(day, calendar)) return { day: nextWorkingDay(day, calendar), msOfDay: opening, moved: 'day-off' }
  if (msOfDay < opening) return { day, msOfDay: opening, moved: 'before-opening' }
  const session = hours.sessions.find(({ until }) => msOfDay < until * MINUTE)
  if (session === undefined) return { day: nextWorkingDay(day, calendar), msOfDay: opening, moved: 'after-closing' }
  const from = session.from * MINUTE
  return msOfDay < from ? { day, msOfDay: from, moved: 'midday-break' } : { day, msOfDay, moved: null }
}

/** So many hours of working time later (rule T9); an end that meets the end of a session stays there. */
export function addWorkingHours(start: WorkingTime, count: number, calendar: Calendar, hours: Hours): WorkingTime {
  return addWorkingMs(start, count * 60 * MINUTE, calendar, hours)
}

/** The same in milliseconds of working time. */
export function addWorkingMs(start: WorkingTime, ms: number, calendar: Calendar, hours: Hours): WorkingTime {
  let left = ms
  for (let { day, msOfDay } = start; ; day = nextWorkingDay(day, calendar), msOfDay = 0) {
    for (const session of hours.sessions) {
      const from = Math.max(msOfDay, session.from * MINUTE)
      const length = session.until * MINUTE - from
      if (length <= 0) continue
      if (left <= length) return { day, msOfDay: from + left }
      left -= length
    }
  }
}

/** Milliseconds of working time from one point to a later one; none when it is not later. */
export function workingMsBetween(from: WorkingTime, until: WorkingTime, calendar: Calendar, hours: Hours): number {
  let sum = 0
  for (let { day, msOfDay } = from; day <= until.day; day = nextWorkingDay(day, calendar), msOfDay = 0) {
    const end = day === until.day ? until.msOfDay : Number.POSITIVE_INFINITY
    for (const session of hours.sessions) {
      sum += Math.max(0, Math.min(session.until * MINUTE, end) - Math.max(msOfDay, session.from * MINUTE))
    }
  }
  return sum
}

/** Closing time, milliseconds since midnight. */
export function closingMs(hours: Hours): number {
  return Math.max(...hours.sessions.map(({ until }) => until)) * MINUTE
}

function openingMs(hours: Hours): number {
  return Math.min(...hours.sessions.map(({ from }) => from)) * MINUTE
}

function isHours(value: unknown): value is Hours {
  if (typeof value !== 'object' || value === null || !('sessions' in value) || !('sameDayCutoff' in value)) return false
  const { sessions, sameDayCutoff } = value
  if (!isMinute(sameDayCutoff) || !Array.isArray(sessions) || sessions.length === 0 || sessions.length > 6) return false
  let end = -1
  for (const session of sessions as readonly unknown[]) {
    if (typeof session !== 'object' || session === null || !('from' in session) || !('until' in session)) return false
    const { from, until } = session
    if (!isMinute(from) || !isMinute(until) || from <= end || from >= until) return false
    end = until
  }
  return true
}

function isMinute(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1440
}

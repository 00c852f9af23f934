/**
 * A calendar day in Vietnam, `YYYY-MM-DD` (rule T1).
 *
 * A plain string, so that days sort, compare with `===` and travel as JSON.
 */
export type Day = string

/** Vietnam is UTC+7 the whole year (rule T1). */
const VIETNAM_OFFSET = 7 * 3_600_000
const DAY_LENGTH = 86_400_000
const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const

/** An instant as a clock on the office's wall shows it. */
export interface LocalTime {
  readonly day: Day
  /** Whole minutes since local midnight, 0…1439. */
  readonly minutesOfDay: number
  /** Milliseconds since local midnight, exact. */
  readonly msOfDay: number
}

/** A day from a text that must be one; anything else is a bug. */
export function day(text: string): Day {
  if (!isDay(text)) throw new Error('Not a day: expected YYYY-MM-DD')
  return text
}

/** Whether this is a `YYYY-MM-DD` that stands in the calendar, years 1000 to 9999. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false
  const match = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(value)
  return match !== null && dayFromParts(match[1], match[2], match[3]) === value
}

/** A day as people type it: `20/11/2026`, `1/9/2026`, `20112026` or ISO; undefined when there is no such day. */
export function parseDay(text: string): Day | undefined {
  const typed = text.trim()
  if (isDay(typed)) return typed
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(typed)
  return match === null ? undefined : dayFromParts(match[3], match[2], match[1])
}

/** The day so many days later, or earlier when negative. */
export function addDays(from: Day, count: number): Day {
  return new Date(dayToMs(from) + count * DAY_LENGTH).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (dayToMs(to) - dayToMs(from)) / DAY_LENGTH
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(on: Day): number {
  return new Date(dayToMs(on)).getUTCDay() || 7
}

/** The instant in our one shape (UTC, milliseconds), from ISO-8601 with any zone; undefined when it is none. */
export function parseInstant(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/.exec(text)
  if (match === null || !isDay(match[1])) return undefined
  const ms = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  const instant = Number.isNaN(ms) ? '' : new Date(ms).toISOString()
  return isInstant(instant) ? instant : undefined
}

/** Whether this is an instant in our one shape, `2026-11-20T03:44:00.000Z`. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false
  const ms = Date.parse(value)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value && isDay(localDayOf(ms)) && isDay(value.slice(0, 10))
}

/** The day in Vietnam at this instant (rule T1). */
export function dayOfInstant(instant: string): Day {
  const ms = instantToMs(instant)
  return isOfItsUtcDay(instant, ms) ? instant.slice(0, 10) : localDayOf(ms)
}

/** Until 17:00 UTC it is the same day in Vietnam, as it stands in the text: books ask for the days of hundreds of thousands of acts. */
function isOfItsUtcDay(instant: string, ms: number): boolean {
  return instant.length === 24 && instant[4] === '-' && instant[10] === 'T' && instant[23] === 'Z' && instant.slice(8, 10) <= '28' &&
    ms >= 0 && ms % DAY_LENGTH < DAY_LENGTH - VIETNAM_OFFSET
}

/** Day and clock time in Vietnam at this instant. */
export function instantToLocal(instant: string): LocalTime {
  const local = instantToMs(instant) + VIETNAM_OFFSET
  const msOfDay = ((local % DAY_LENGTH) + DAY_LENGTH) % DAY_LENGTH
  return { day: localDayOf(local - VIETNAM_OFFSET), minutesOfDay: Math.floor(msOfDay / 60_000), msOfDay }
}

/** The instant of a clock time in Vietnam; minutes since midnight, fractions are kept to the millisecond. */
export function localToInstant(on: Day, minutesOfDay: number): string {
  return new Date(dayToMs(on) - VIETNAM_OFFSET + Math.round(minutesOfDay * 60_000)).toISOString()
}

/** `20/11/2026` */
export function formatDay(on: Day): string {
  return `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}

/** `thứ Năm 26/11/2026` */
export function formatDayLong(on: Day): string {
  return `${String(WEEKDAYS[weekday(on) - 1])} ${formatDay(on)}`
}

/** `10:44`, the clock in Vietnam. */
export function formatTime(instant: string): string {
  return formatMinutes(instantToLocal(instant).minutesOfDay)
}

/** `07:00` from minutes since midnight. */
export function formatMinutes(minutesOfDay: number): string {
  return `${String(Math.floor(minutesOfDay / 60)).padStart(2, '0')}:${String(minutesOfDay % 60).padStart(2, '0')}`
}

function localDayOf(ms: number): Day {
  return new Date(ms + VIETNAM_OFFSET).toISOString().slice(0, 10)
}

function dayToMs(on: Day): number {
  const ms = Date.parse(`${on}T00:00:00.000Z`)
  if (Number.isNaN(ms)) throw new Error('Not a day: expected YYYY-MM-DD')
  return ms
}

function instantToMs(instant: string): number {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new Error('Not an instant: expected UTC ISO-8601')
  return ms
}

/** Undefined when the parts name no day, such as 30 February. */
function dayFromParts(year = '', month = '', dayOfMonth = ''): Day | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(dayOfMonth)]
  if (!(y >= 1000 && m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate())) return undefined
  return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
}

/** The clock of a log that holds nothing yet. */
export const CLOCK_START = '0000000000000.0000'

/**
 * The next tick of the hybrid logical clock `ms.counter` (rule J4): later than everything seen.
 *
 * Follows the wall clock (UTC, ms) while it runs ahead; when that stands, jumps back or lies behind a
 * clock that was once far ahead, only the counter moves on.
 */
export function nextClock(nowMs: number, newest: string): string {
  const [newestMs, counter] = clockParts(newest)
  const ms = Math.min(Math.max(0, Math.floor(nowMs)), LAST_MS)
  return ms > newestMs ? toClock(ms, 0) : toClock(newestMs, counter + 1)
}

/** Negative when the first is earlier, 0 when they are the same tick. */
export function compareClocks(one: string, other: string): number {
  const [ms, counter] = clockParts(one)
  const [otherMs, otherCounter] = clockParts(other)
  return ms - otherMs || counter - otherCounter
}

/** The largest that thirteen digits hold: the year 2286. */
const LAST_MS = 9_999_999_999_999

function clockParts(clock: string): readonly [ms: number, counter: number] {
  return [Number(clock.slice(0, 13)), Number(clock.slice(14))]
}

function toClock(ms: number, counter: number): string {
  return `${String(ms).padStart(13, '0')}.${String(counter).padStart(4, '0')}`
}

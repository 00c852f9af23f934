import { failure, success, type Problem, type Result } from '../base/result.ts'

/** How many wrong tries lock a name (rule U2). */
export const TRIES = 5
const FIRST_LOCK_MINUTES = 15
/** Beyond this the doubling has long passed any working life; it only keeps the instants valid. */
const LONGEST_DOUBLING = 16

/** What is wrong with a PIN somebody chose. */
export interface PinProblem extends Problem {
  readonly code: 'user/pin-malformed' | 'user/pin-weak'
}

/** Six digits that are not the first a stranger would try (rule U2), or why they cannot be a PIN. */
export function checkPin(pin: string): Result<string, PinProblem> {
  if (!/^[0-9]{6}$/.test(pin)) return failure({ code: 'user/pin-malformed' })
  return isWeakPin(pin) ? failure({ code: 'user/pin-weak' }) : success(pin)
}

/**
 * Minutes a name stays locked after so many wrong tries since the last lock or success; 0 is no lock.
 *
 * The first lock is fifteen minutes, each later one twice the one before (rule U2); `lockCount` is how many came before.
 */
export function lockAfter(failCount: number, lockCount: number): number {
  return failCount < TRIES ? 0 : FIRST_LOCK_MINUTES * 2 ** Math.min(lockCount, LONGEST_DOUBLING)
}

/** One digit six times, a run up or down (also over zero), or a group of two or three said again. */
function isWeakPin(pin: string): boolean {
  const digits = [...pin].map(Number)
  const steps = new Set(digits.slice(1).map((digit, i) => (digit - (digits[i] ?? 0) + 10) % 10))
  const isRun = steps.size === 1 && [0, 1, 9].some(step => steps.has(step))
  return isRun || /^(\d\d)\1\1$|^(\d\d\d)\2$/.test(pin)
}

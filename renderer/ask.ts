import { failure, type Result } from '../shared/base/result.ts'
import type { ProblemOf } from '../shared/bridge/problems.ts'
import { main } from './main-api.ts'

/**
 * An answer of the machine as a Result, also when the machine throws.
 *
 * A bug is reported to the log and becomes `program/failed`, so that every screen has one sentence to show.
 */
export async function ask<T>(question: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await question()
  } catch (reason) {
    return failure<ProblemOf<'program/failed'>>({ code: 'program/failed', number: await report(reason) })
  }
}

/** Writes a bug into the log, unless main did; the number to read out, or null when the log cannot be written either. */
export async function report(reason: unknown): Promise<number | null> {
  if (reason instanceof Error && typeof reason.cause === 'number') return reason.cause
  const stack = reason instanceof Error ? (reason.stack ?? reason.message) : 'A value that is no Error was thrown'
  try {
    const { number } = await main.program.report(stack)
    return number
  } catch {
    // The machine that keeps the log does not answer: the sentence goes without a number.
    return null
  }
}

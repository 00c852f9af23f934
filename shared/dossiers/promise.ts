import { failure, success, type Problem, type Result } from '../base/result.ts'
import { due, type Limit } from '../calendar/due.ts'
import type { DuePromise } from './due-promise.ts'
import type { Moment } from './moment.ts'

export interface LimitProblem extends Problem {
  readonly code: 'dossier/limit-needed'
}

/**
 * The due day with its explanation, as the receipt promises it (rules T14, T15).
 *
 * Problem: `dossier/limit-needed` when the catalogue leaves the limit unclear and the clerk has not chosen one.
 */
export function promise(
  limit: Limit | 'unclear', chosen: Limit | undefined, moment: Pick<Moment, 'at' | 'calendar' | 'hours'>,
): Result<DuePromise, LimitProblem> {
  const held = limit === 'unclear' ? chosen : limit
  if (held === undefined) return failure({ code: 'dossier/limit-needed' })
  const counted = due({ startedAt: moment.at, limit: held, calendar: moment.calendar, hours: moment.hours })
  if (!counted.ok) throw new Error(`A moment or a limit is malformed: ${counted.problem.code}`)
  const { dueOn, dueAt, provisional, steps } = counted.value
  return success({ limit: held, dueOn, dueAt, provisional, steps })
}

import { Type } from 'typebox'
import type { Day } from '../base/day.ts'
import { DueStep, Limit } from '../calendar/due.ts'

/** What was promised: the limit, the due day and why (rules T14, T15). */
export interface DuePromise {
  readonly limit: Limit
  readonly dueOn: Day | null
  /** UTC, ms; null when the procedure has no limit. */
  readonly dueAt: string | null
  readonly provisional: boolean
  readonly steps: readonly DueStep[]
}

/** A promise as an act carries it. */
export const DuePromiseBody = Type.Object({
  limit: Limit,
  dueOn: Type.Union([Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }), Type.Null()]),
  dueAt: Type.Union([Type.String({ maxLength: 30 }), Type.Null()]),
  provisional: Type.Boolean(),
  steps: Type.Array(DueStep, { maxItems: 5000 }),
})

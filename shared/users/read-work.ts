import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { success, type Result } from '../base/result.ts'
import type { UserActKind } from './user-acts.ts'

export const ReadWorkInput = Type.Object({
  userId: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  day: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }),
})
export type ReadWorkInput = Static<typeof ReadWorkInput>

/**
 * Looks at what another person did on a day (rule U3): the look is on record before the list is shown.
 *
 * It stands beside the person, not among the acts that say who they are: those are read at every start.
 */
export function readWork(input: ReadWorkInput, _moment: object): Result<readonly NewAct[], never> {
  return success([{ subject: `work:${input.userId}`, kind: 'user/work-read' satisfies UserActKind, body: { day: input.day } }])
}

import { Type, type Static } from 'typebox'
import { LendingRequest } from '../../shared/certification/act-bodies.ts'
import { NumbersWanted } from '../../shared/certification/lend-numbers.ts'

/** The newest line of the keeper's log that the desk has. */
const Have = Type.Integer({ minimum: 0 })

/** What a desk asks of the keeper of the unit's books (rule N6); each is answered with the lines it lacks, and nothing else (S1). */
export const Ask = Type.Union([
  Type.Object({ ask: Type.Literal('lines'), have: Have }),
  /** In the name of the person who certifies there. */
  Type.Object({
    ask: Type.Literal('numbers'), have: Have, request: LendingRequest, wanted: NumbersWanted,
    person: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  }),
])
export type Ask = Static<typeof Ask>

/** What the keeper tells. */
export const Tell = Type.Union([
  /** Its body is lines of the keeper's log, parted by LF, following on what the desk has. */
  Type.Object({ tell: Type.Literal('lines') }),
  Type.Object({ tell: Type.Literal('end') }),
  /** Nothing was written. */
  Type.Object({ tell: Type.Literal('closed'), label: Type.String({ maxLength: 60 }), closedAt: Type.String({ maxLength: 30 }) }),
  Type.Object({ tell: Type.Literal('refused'), code: Type.String({ maxLength: 100 }) }),
])
export type Tell = Static<typeof Tell>

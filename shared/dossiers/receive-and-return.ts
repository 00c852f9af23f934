import { Type, type Static } from 'typebox'
import type { Act, NewAct } from '../acts/act.ts'
import { CLOCK_START, nextClock } from '../acts/clock.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { fold } from './fold.ts'
import { forwarding } from './forward.ts'
import type { Moment } from './moment.ts'
import { receive, ReceiveInput, type ReceiveProblem } from './receive.ts'
import { resolve, ResolveInput, type ResolveProblem } from './resolve.ts'
import { COLLECTION_INPUT, returnResult, type ReturnResultProblem } from './return-result.ts'

export const ReceiveAndReturnInput = Type.Object({
  receipt: ReceiveInput,
  results: ResolveInput.properties.results,
  collection: Type.Object(COLLECTION_INPUT),
})
export type ReceiveAndReturnInput = Static<typeof ReceiveAndReturnInput>

export type ReceiveAndReturnProblem = ReceiveProblem | ResolveProblem | ReturnResultProblem
  | Problem & { readonly code: 'dossier/not-same-day' }

/**
 * Receives, resolves and hands over in one go (trả ngay, rule L18): four acts in one append, all of them or none.
 *
 * Each is decided on what those before it will have left, by the rules of its own verb.
 * Problems: `dossier/not-same-day` for a procedure whose limit is longer than the day, and those of the verbs it is made of.
 */
export function receiveAndReturn(input: ReceiveAndReturnInput, moment: Moment): Result<readonly NewAct[], ReceiveAndReturnProblem> {
  const received = receive(input.receipt, moment)
  if (!received.ok) return received
  const subject = received.value[0]?.subject ?? ''
  const dossier = fold(asIfWritten(received.value, moment))
  if (dossier?.due === undefined || !isSameDay(dossier.due.limit.unit)) return failure({ code: 'dossier/not-same-day' })
  const self = { userId: moment.author.id, name: moment.author.name }
  const acts: NewAct[] = [...received.value, { subject, kind: 'dossier/forwarded', body: forwarding(dossier, self, moment) }]
  const resolved = resolve({ subject, results: input.results }, { ...moment, acts: asIfWritten(acts, moment) })
  if (!resolved.ok) return resolved
  acts.push(...resolved.value)
  const returned = returnResult({ subject, ...input.collection }, { ...moment, acts: asIfWritten(acts, moment) })
  return returned.ok ? success([...acts, ...returned.value]) : returned
}

function isSameDay(unit: string): boolean {
  return unit === 'same-day' || unit === 'hours'
}

/** What the journal will make of them, as far as a decision looks at it. */
function asIfWritten(acts: readonly NewAct[], { at, author, office }: Moment): readonly Act[] {
  let clock = CLOCK_START
  return acts.map((act, i) => {
    clock = nextClock(Date.parse(at), clock)
    return { ...act, name: String(i).padStart(64, '0'), device: office.device, seq: i + 1, at, clock, author: author.id, seen: {} }
  })
}

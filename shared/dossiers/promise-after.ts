import { dayOfInstant, instantToLocal, localToInstant, type Day } from '../base/day.ts'
import { due, type DueStep } from '../calendar/due.ts'
import { runOn } from '../calendar/run-on.ts'
import { isProvisional } from '../calendar/working-days.ts'
import type { Static } from 'typebox'
import type { Dossier } from './dossier.ts'
import type { DuePromise, DuePromiseBody } from './due-promise.ts'
import type { Moment } from './moment.ts'

type Clock = Pick<Moment, 'at' | 'calendar' | 'hours'>

/** A promise as an act carries it. */
export type PromiseBody = Static<typeof DuePromiseBody>

/**
 * The due day once the pause that is on ends now: the limit begins again, or what was left of it runs on (rules T10, T11, T14).
 *
 * A day given by a written apology is never taken back by a new beginning. A dossier without a due day keeps none.
 */
export function promiseAfterPause(dossier: Dossier, then: 'restart' | 'resume', clock: Clock): PromiseBody {
  const held = dossier.due
  const pause = dossier.pauses.at(-1)
  if (held === undefined || pause === undefined) throw new Error('A dossier that waits has a promise and a pause')
  if (held.dueOn === null || held.dueAt === null) return toBody(held, {}, held.steps)
  const paused: DueStep = { kind: 'paused', on: dayOfInstant(pause.since), until: dayOfInstant(clock.at), why: pause.why, then }
  const { calendar, hours, at } = clock
  if (then === 'resume') {
    const { steps, ...rest } = runOn({ dueAt: held.dueAt, unit: held.limit.unit, stoppedAt: pause.since, resumedAt: at, calendar, hours })
    return toBody(held, rest, [...held.steps, paused, ...steps])
  }
  const counted = due({ startedAt: at, limit: held.limit, calendar, hours })
  if (!counted.ok) throw new Error(`A moment or a limit is malformed: ${counted.problem.code}`)
  const { steps, dueOn, dueAt, provisional } = counted.value
  const extended = dossier.apology === undefined ? null : held.dueOn
  if (extended !== null && dueOn !== null && extended > dueOn) {
    return toBody(held, {}, [paused, ...steps, { kind: 'extended', on: extended, from: dueOn }])
  }
  return toBody(held, { dueOn, dueAt, provisional }, [paused, ...steps])
}

/** The promise moved to another day by a written apology, at the clock time it had (rule T12). */
export function promiseExtended(held: DuePromise & { readonly dueOn: Day; readonly dueAt: string }, newDueOn: Day, { calendar }: Pick<Clock, 'calendar'>): PromiseBody {
  const dueAt = localToInstant(newDueOn, instantToLocal(held.dueAt).msOfDay / 60_000)
  const extended: DueStep = { kind: 'extended', on: newDueOn, from: held.dueOn }
  return toBody(held, { dueOn: newDueOn, dueAt, provisional: isProvisional(newDueOn, calendar) }, [...held.steps, extended])
}

function toBody({ limit, dueOn, dueAt, provisional }: DuePromise, change: Partial<DuePromise>, steps: readonly DueStep[]): PromiseBody {
  return { limit, dueOn, dueAt, provisional, ...change, steps: steps.slice(-5000) }
}

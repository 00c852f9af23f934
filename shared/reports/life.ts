import type { Day } from '../base/day.ts'
import type { Channel } from '../dossiers/dossier.ts'

/**
 * What figures must know of a dossier that drew a number, told in days by event times (rule S11).
 *
 * It keeps when each thing came about, so that the figures of a month that is over never change by what is done later.
 */
export interface Life {
  readonly subject: string
  readonly field: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly clerk: string
  readonly channel: Channel
  /** The code of the unit that received it. */
  readonly unit: string
  readonly receivedOn: Day
  /** The first end (rule T13), never before receipt; null while it is open. */
  readonly end: LifeEnd | null
  /** Every due day it has had, in the order of `since`; the first is the promise at receipt. */
  readonly dues: readonly { readonly since: Day; readonly dueOn: Day | null }[]
  /** When its clock stood still for a supplement or a payment (rules T10, T11). */
  readonly waits: readonly { readonly from: Day; readonly until: Day | null }[]
  /** Why it is late: what was last said of it, or what the apology said; null where nobody said anything. */
  readonly delayReason: string | null
  /** The days on which a supplement was asked for. */
  readonly supplementsAskedOn: readonly Day[]
}

export interface LifeEnd {
  readonly on: Day
  /** A person who takes a dossier back has been served in time, whatever the day. */
  readonly isWithdrawn: boolean
}

/** The due day that held at the end of a day. */
export function dueOnAt({ dues }: Pick<Life, 'dues'>, at: Day): Day | null {
  return (dues.findLast(({ since }) => since <= at) ?? dues[0])?.dueOn ?? null
}

/** Whether its clock stood still at the end of a day. */
export function isWaitingAt({ waits }: Pick<Life, 'waits'>, at: Day): boolean {
  return waits.some(({ from, until }) => from <= at && (until === null || until > at))
}

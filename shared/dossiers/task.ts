import type { Dossier } from './dossier.ts'
import { dayOfInstant, daysBetween, type Day } from '../base/day.ts'
import { resultsThere } from './parts.ts'
import type { DossierResult } from './progress.ts'

/**
 * The one thing an open dossier waits for next, and so whose work it is: to leave the counter, to be worked on, the person to
 * bring or pay something, a signature, its numbers, somebody who collects the result. Closed dossiers wait for nothing.
 */
export type Task = 'forward' | 'process' | 'supplement' | 'payment' | 'sign' | 'number' | 'return' | 'none'

/** What this dossier waits for. A signed part of a linked one waits for its number while others are worked on. */
export function taskOf(dossier: Pick<Dossier, 'state' | 'results' | 'parts'>): Task {
  switch (dossier.state) {
    case 'received': return 'forward'
    case 'processing': return unnumbered(dossier).length > 0 ? 'number' : 'process'
    case 'awaitingSupplement': return 'supplement'
    case 'awaitingPayment': return 'payment'
    case 'awaitingSignature': return 'sign'
    case 'resolved': return unnumbered(dossier).length > 0 ? 'number' : 'return'
    case 'returned':
    case 'refused':
    case 'withdrawn':
    case 'stopped':
    case 'guided': return 'none'
  }
}

/** The results that are there and wait for the registrar (rule L10). */
export function unnumbered(dossier: Pick<Dossier, 'results' | 'parts'>): readonly DossierResult[] {
  return resultsThere(dossier).filter(({ number }) => number === undefined)
}

/** Who has work on it now: a user id, empty when it is another agency's, waits for the person, or is done. */
export function workerOf({ state, holder }: Pick<Dossier, 'state' | 'holder'>): string {
  const isWork = state === 'received' || state === 'processing' || state === 'awaitingSignature'
  return isWork ? holder?.userId ?? '' : ''
}

/** Since when its result lies ready, UTC ms; empty while there is none to collect. */
export function readySince(dossier: Pick<Dossier, 'state' | 'results' | 'parts' | 'ended'>): string {
  return taskOf(dossier) === 'return' ? dossier.ended?.at ?? '' : ''
}

/** How many days a result may lie before the person is called. */
export const LONG_DAYS = 30

/** Whether a result has lain for more than thirty days. */
export function liesLong(readyOn: Day, today: Day): boolean {
  return daysBetween(readyOn, today) > LONG_DAYS
}

/** The day since when it lies ready; null for what does not. */
export function readyDay(since: string): Day | null {
  return since === '' ? null : dayOfInstant(since)
}

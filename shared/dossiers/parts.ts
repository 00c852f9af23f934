import { due } from '../calendar/due.ts'
import { findProcedure } from '../procedures/catalogue.ts'
import { partsOf } from '../procedures/linked.ts'
import { limitOf } from './choose-case.ts'
import type { Channel, Dossier } from './dossier.ts'
import type { DuePromise } from './due-promise.ts'
import type { Moment } from './moment.ts'
import type { PartBody } from './part-bodies.ts'
import type { DossierResult } from './progress.ts'

/** A part as its acts leave it. */
export interface DossierPart extends PartBody {
  /** The parts are resolved one after the other; the first that is not resolved is the one at work. */
  readonly resolved?: { readonly results: readonly DossierResult[]; readonly at: string; readonly by: string }
}

export type PartState = 'waiting' | 'at-work' | 'resolved'

/**
 * The parts of a linked procedure (thủ tục liên thông) on the day of receipt, each counted from where the one before it is due.
 *
 * None is due later than the whole; one whose limit nobody settled is due with it.
 */
export function promiseParts(procedure: string, channel: Channel, whole: DuePromise, moment: Moment): readonly PartBody[] {
  const { catalogue, calendar, hours, office, at } = moment
  let startedAt = at
  return partsOf(procedure).map(({ id, procedure: code, name, agency }) => {
    const known = findProcedure(catalogue, code)
    const limit = known === undefined ? 'unclear' : limitOf(known, channel)
    const counted = limit === 'unclear' ? undefined : due({ startedAt, limit, calendar, hours })
    const promised = counted?.ok === true ? counted.value : whole
    const isWithin = promised.dueOn !== null && (whole.dueOn === null || promised.dueOn <= whole.dueOn)
    const { dueOn, dueAt } = isWithin ? promised : whole
    startedAt = dueAt ?? startedAt
    return { id, procedure: code, name, resolvedBy: agency ?? office.unit, dueOn }
  })
}

/** Where each part stands, in the order they are resolved. */
export function partStates({ parts = [], state }: Pick<Dossier, 'parts' | 'state'>): readonly PartState[] {
  const atWork = state === 'processing' || state === 'awaitingSupplement' || state === 'awaitingPayment'
    ? parts.findIndex(({ resolved }) => resolved === undefined) : -1
  return parts.map(({ resolved }, i) => (resolved !== undefined ? 'resolved' : i === atWork ? 'at-work' : 'waiting'))
}

/** The day a part is due now: once the whole was promised anew, that day holds for every part still open. */
export function partDueOn({ promises, due: whole }: Pick<Dossier, 'promises' | 'due'>, part: DossierPart): DossierPart['dueOn'] {
  return part.resolved === undefined && promises.length > 1 ? whole?.dueOn ?? null : part.dueOn
}

/** The parts whose result is not there, by name. */
export function openParts({ parts = [] }: Pick<Dossier, 'parts'>): readonly string[] {
  return parts.filter(({ resolved }) => resolved === undefined).map(({ name }) => name)
}

/** Every result of the parts, in their order. */
export function resultsOfParts(parts: readonly DossierPart[]): readonly DossierResult[] {
  return parts.flatMap(({ resolved }) => resolved?.results ?? [])
}

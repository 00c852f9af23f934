import { due } from '../calendar/due.ts'
import { findProcedure } from '../procedures/catalogue.ts'
import { partsOf } from '../procedures/linked.ts'
import { limitOf } from './choose-case.ts'
import type { Channel } from './dossier.ts'
import type { DuePromise } from './due-promise.ts'
import type { Moment } from './moment.ts'
import type { PartBody } from './part-bodies.ts'

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

import type { Act } from '../acts/act.ts'
import type { DossierBodies } from './act-bodies.ts'
import type { Dispute, Dossier, SettledDispute } from './dossier.ts'

/** Somebody's word on a dispute. */
export interface Settlement {
  readonly act: Act
  readonly body: DossierBodies['dossier/dispute-settled']
}

/**
 * Disputes parted into those still open and those an act has settled (rule D4); settlements in folding order.
 *
 * A settlement closes a dispute when it names every act in it: of what it did not know it says nothing.
 */
export function parted(disputes: readonly Dispute[], settlements: readonly Settlement[]): Pick<Dossier, 'disputes' | 'settled'> {
  const settled = disputes.flatMap(dispute => {
    const last = settlements.findLast(({ body }) => dispute.acts.every(({ name }) => body.acts.includes(name)))
    return last === undefined ? [] : [close(dispute, last)]
  })
  const closed = new Set(settled.map(({ dispute }) => dispute))
  return { disputes: disputes.filter(dispute => !closed.has(dispute)), settled }
}

/** Every dispute the dossier ever had, open or closed. */
export function everyDispute({ disputes, settled }: Pick<Dossier, 'disputes' | 'settled'>): readonly Dispute[] {
  return [...disputes, ...settled.map(({ dispute }) => dispute)]
}

function close(dispute: Dispute, { act, body }: Settlement): SettledDispute {
  const { name, device, author, at } = act
  return { dispute, by: { name, device, author, at }, chosen: body.chosen, ...(body.reason === undefined ? {} : { reason: body.reason }) }
}

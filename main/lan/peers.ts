import { Value } from 'typebox/value'
import type { Act } from '../../shared/acts/act.ts'
import { inFoldingOrder } from '../../shared/acts/order.ts'
import { CITY_BODIES, letterboxOf } from '../../shared/offices/city-acts.ts'

/** A device of the same unit, which may ask something of this one, or be asked. */
export interface Peer {
  readonly device: string
  readonly desk: string
  /** base64 of the 32 bytes of its Ed25519 key. */
  readonly publicKey: string
}

/**
 * The other devices of the unit, from acts in any order: admitted by the city and not withdrawn since (rule U4).
 *
 * Only the unit's letterbox is believed. A practice device sees practice devices, and none of the others.
 */
export function peersOf(
  acts: readonly Act[], { unit, device, training }: { readonly unit: string; readonly device: string; readonly training: boolean },
): readonly Peer[] {
  const peers = new Map<string, Peer>()
  for (const act of inFoldingOrder(acts)) {
    if (act.device !== letterboxOf(unit)) continue
    const named = act.subject.slice('device:'.length)
    if (act.kind === 'device/revoked' && act.subject.startsWith('device:')) peers.delete(named)
    if (act.kind !== 'device/admitted' || !Value.Check(CITY_BODIES['device/admitted'], act.body)) continue
    const { body } = act
    if (body.unit !== unit || body.device !== named || named === device || body.training !== training) continue
    peers.set(named, { device: named, desk: body.desk, publicKey: body.publicKey })
  }
  return [...peers.values()]
}

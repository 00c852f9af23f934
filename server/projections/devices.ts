import { Value } from 'typebox/value'
import { inFoldingOrder } from '../../shared/acts/order.ts'
import { CITY_BODIES, letterboxOf } from '../../shared/offices/city-acts.ts'
import { sqlText, subjectsOf, type Projection } from './projection.ts'

/** The unit's PCs, from its letterbox alone: no device can admit one. */
export const devicesProjection: Projection = {
  tables: ['devices'],
  domains: ['device'],
  fold: async (db, batch) => {
    for (const [, arrived] of subjectsOf(batch, 'device')) {
      const acts = inFoldingOrder(arrived.map(({ act }) => act).filter(({ device }) => device === letterboxOf(batch.unit)))
      const admitted = acts.find(({ kind }) => kind === 'device/admitted')
      if (admitted === undefined || !Value.Check(CITY_BODIES['device/admitted'], admitted.body)) continue
      const { device, desk, deskNumber, numberRange, publicKey, training, continues } = admitted.body
      const revoked = acts.find(({ kind }) => kind === 'device/revoked')
      const reason = typeof revoked?.body['reason'] === 'string' ? sqlText(revoked.body['reason'], 1000) : null
      await db.query(`
        INSERT INTO devices (unit, device, desk, desk_number, range_from, range_to, public_key, training, continues, admitted_at, revoked_at, revoked_reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT (unit, device) DO UPDATE SET revoked_at = excluded.revoked_at, revoked_reason = excluded.revoked_reason`,
        [batch.unit, device, sqlText(desk, 100), deskNumber, numberRange.from, numberRange.to, publicKey, training, continues ?? null,
          admitted.at, revoked?.at ?? null, reason])
    }
  },
}

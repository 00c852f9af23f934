import { inFoldingOrder } from '../../shared/acts/order.ts'
import { adminBody, OFFICE_LOG } from '../admin/office-log.ts'
import { sqlText, subjectsOf, type Projection } from './projection.ts'

/** Who works with the city's pages; what proves a password stays in the record. */
export const cityUsersProjection: Projection = {
  tables: ['city_users'],
  domains: ['city-user'],
  fold: async (db, batch) => {
    for (const [, arrived] of subjectsOf(batch, 'city-user')) {
      const acts = inFoldingOrder(arrived.map(({ act }) => act).filter(({ device }) => device === OFFICE_LOG.log))
      const appointed = acts.find(({ kind }) => kind === 'city-user/appointed')
      const body = appointed && adminBody(appointed, 'city-user/appointed')
      if (appointed === undefined || body === undefined) continue
      await db.query(`
        INSERT INTO city_users (id, name, sign_in_name, role, unit, appointed_at, withdrawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET withdrawn_at = excluded.withdrawn_at`,
        [body.id, sqlText(body.name, 200), body.signInName, body.role, body.unit, appointed.at,
          acts.find(({ kind }) => kind === 'city-user/withdrawn')?.at ?? null])
    }
  },
}

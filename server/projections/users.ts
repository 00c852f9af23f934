import { inFoldingOrder } from '../../shared/acts/order.ts'
import { letterboxOf } from '../../shared/offices/city-acts.ts'
import { foldUsers } from '../../shared/users/fold-users.ts'
import { sqlText, subjectsOf, type Projection } from './projection.ts'

/** The unit's people with a PIN: those the city appointed, and those its own director did (rule U4). */
export const usersProjection: Projection = {
  tables: ['users'],
  domains: ['user'],
  fold: async (db, batch) => {
    for (const [, arrived] of subjectsOf(batch, 'user')) {
      const acts = inFoldingOrder(arrived.map(({ act }) => act))
      const [state] = foldUsers(acts, '')
      const appointed = acts.findLast(({ kind }) => kind === 'user/appointed')
      if (state === undefined || appointed === undefined) continue
      const withdrawn = state.isWithdrawn ? acts.findLast(({ kind }) => kind === 'user/withdrawn') : undefined
      await db.query(`
        INSERT INTO users (unit, id, name, roles, by_city, appointed_at, withdrawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (unit, id) DO UPDATE SET name = excluded.name, roles = excluded.roles, by_city = excluded.by_city,
          appointed_at = excluded.appointed_at, withdrawn_at = excluded.withdrawn_at`,
        [batch.unit, state.user.id, sqlText(state.user.name, 200), JSON.stringify(state.user.roles),
          appointed.device === letterboxOf(batch.unit), appointed.at, withdrawn?.at ?? null])
    }
  },
}

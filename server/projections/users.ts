import { inFoldingOrder } from '../../shared/acts/order.ts'
import { letterboxOf } from '../../shared/offices/city-acts.ts'
import { foldUsers } from '../../shared/users/fold-users.ts'
import { userSubject } from '../../shared/users/user-acts.ts'
import { userActsOf } from '../db/queries/users.ts'
import { sqlText, type Projection } from './projection.ts'

const CHANGING = new Set(['user/appointed', 'user/pin-set', 'user/roles-set', 'user/withdrawn'])

/**
 * The unit's people with a PIN: those the city appointed, and those its own director did (rule U4).
 *
 * All of a unit are folded together, because the last director stays (rule U1).
 */
export const usersProjection: Projection = {
  tables: ['users'],
  domains: [],
  fold: async (db, batch) => {
    if (!batch.arrived.some(({ act }) => CHANGING.has(act.kind))) return
    const bySubject = Map.groupBy(inFoldingOrder(await userActsOf(db, batch.unit)), ({ subject }) => subject)
    for (const { user, withdrawnAt } of foldUsers([...bySubject.values()].flat(), '')) {
      const appointed = bySubject.get(userSubject(user.id))?.findLast(({ kind }) => kind === 'user/appointed')
      if (appointed === undefined) continue
      await db.query(`
        INSERT INTO users (unit, id, name, roles, by_city, appointed_at, withdrawn_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (unit, id) DO UPDATE SET name = excluded.name, roles = excluded.roles, by_city = excluded.by_city,
          appointed_at = excluded.appointed_at, withdrawn_at = excluded.withdrawn_at`,
        [batch.unit, user.id, sqlText(user.name, 200), JSON.stringify(user.roles),
          appointed.device === letterboxOf(batch.unit), appointed.at, withdrawnAt])
    }
  },
}

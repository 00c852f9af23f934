import { adminBody, LOOKS_LOG } from '../admin/office-log.ts'
import { sqlText, type Projection } from './projection.ts'

/** Looks at persons (rule U3). */
export const looksProjection: Projection = {
  tables: ['looks'],
  domains: [],
  fold: async (db, { arrived }) => {
    for (const { act } of arrived) {
      const body = act.device === LOOKS_LOG.log ? adminBody(act, 'look/taken') : undefined
      if (body === undefined) continue
      await db.query('INSERT INTO looks (seq, city_user, unit, subject, screen, at) VALUES ($1, $2, $3, $4, $5, $6)',
        [act.seq, act.author, body.unit, sqlText(body.subject, 100), sqlText(body.screen, 100), act.at])
    }
  },
}

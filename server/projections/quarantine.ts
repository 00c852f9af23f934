import { adminBody, OFFICE_LOG } from '../admin/office-log.ts'
import { sqlText, type Projection } from './projection.ts'

/** What was decided on lines in quarantine; the lines themselves stand in the record. The last decision holds. */
export const quarantineProjection: Projection = {
  tables: ['quarantine_decisions'],
  domains: [],
  fold: async (db, { arrived }) => {
    for (const { act } of arrived) {
      const body = act.device === OFFICE_LOG.log ? adminBody(act, 'quarantine/decided') : undefined
      if (body === undefined) continue
      await db.query(`
        INSERT INTO quarantine_decisions (id, decision, note, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET decision = excluded.decision, note = excluded.note, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
        [act.subject.slice('quarantine:'.length), body.decision, sqlText(body.note), act.author, act.at])
    }
  },
}

import { inFoldingOrder } from '../../shared/acts/order.ts'
import { adminBody, OFFICE_LOG } from '../admin/office-log.ts'
import { sqlText, subjectsOf, type Projection } from './projection.ts'

/** Enrolment codes that were issued, without the codes. */
export const codesProjection: Projection = {
  tables: ['enrolment_codes'],
  domains: ['enrol-code'],
  fold: async (db, batch) => {
    for (const [, arrived] of subjectsOf(batch, 'enrol-code')) {
      const acts = inFoldingOrder(arrived.map(({ act }) => act).filter(({ device }) => device === OFFICE_LOG.log))
      const issued = acts.find(({ kind }) => kind === 'enrol-code/issued')
      const body = issued && adminBody(issued, 'enrol-code/issued')
      if (issued === undefined || body === undefined) continue
      const used = acts.find(({ kind }) => kind === 'enrol-code/used')
      await db.query(`
        INSERT INTO enrolment_codes (id, unit, desk, issued_by, issued_at, expires_at, used_by, used_at, withdrawn_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (id) DO UPDATE SET used_by = excluded.used_by, used_at = excluded.used_at, withdrawn_at = excluded.withdrawn_at`,
        [body.id, body.unit, sqlText(body.desk, 100), issued.author, issued.at, body.expiresAt,
          (used && adminBody(used, 'enrol-code/used'))?.device ?? null, used?.at ?? null,
          acts.find(({ kind }) => kind === 'enrol-code/withdrawn')?.at ?? null])
    }
  },
}

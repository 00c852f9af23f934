import { Value } from 'typebox/value'
import { SignedFigures, signedSubject } from '../../shared/reports/signed-figures.ts'
import type { Projection } from './projection.ts'

/** The figures directors have signed, as they signed them; what says nothing the city knows how to compare stays in the record alone. */
export const signedFiguresProjection: Projection = {
  tables: ['signed_figures'],
  domains: [],
  fold: async (db, { unit, arrived }) => {
    for (const { act: { kind, subject, device, seq, author, at, body }, receivedAt } of arrived) {
      if (kind !== 'report/signed' || !Value.Check(SignedFigures, body) || subject !== signedSubject(unit, body)) continue
      await db.query(`
        INSERT INTO signed_figures (unit, device, seq, from_on, until_on, author, at, received_at, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [unit, device, seq, body.from, body.until, author, at, receivedAt, JSON.stringify(body).replaceAll('\\u0000', '')])
    }
  },
}

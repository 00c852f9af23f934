import { bareCode } from '../db/queries/statements.ts'
import { sqlText, type Projection } from './projection.ts'

/** Statements of a day (Kết ngày) by their check code. */
export const statementsProjection: Projection = {
  tables: ['statements'],
  domains: [],
  fold: async (db, { unit, arrived }) => {
    for (const { act, receivedAt } of arrived) {
      const checkCode = act.kind === 'day/closed' ? act.body['checkCode'] : undefined
      if (typeof checkCode !== 'string' || !act.subject.startsWith(`day:${unit}.`)) continue
      const day = act.subject.split('.')[1] ?? ''
      const code = sqlText(bareCode(checkCode), 100)
      await db.query(`
        INSERT INTO statements (unit, device, seq, check_code, day, author, at, received_at, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [unit, act.device, act.seq, code, sqlText(day, 20), act.author, act.at, receivedAt, JSON.stringify(act.body)])
    }
  },
}

import { letterboxOf } from '../../shared/offices/city-acts.ts'
import { admitToLetterbox, freezeLetterbox, startLetterbox, thawLetterbox } from '../admin/letterbox.ts'
import type { Projection } from './projection.ts'

/** What decisions know of each letterbox, kept so that a start reads only what came after (`resume` in `admin/letterbox.ts`). */
export const letterboxesProjection: Projection = {
  tables: ['letterbox_states'],
  domains: [],
  fold: async (db, { unit, arrived }) => {
    const log = letterboxOf(unit)
    const acts = arrived.map(({ act }) => act).filter(({ device }) => device === log)
    const last = acts.at(-1)
    if (last === undefined) return
    const [kept] = await db.query<{ state: string }>('SELECT state FROM letterbox_states WHERE log = $1', [log])
    const state = kept === undefined ? startLetterbox() : thawLetterbox(kept.state)
    for (const act of acts) admitToLetterbox(state, act)
    await db.query(`
      INSERT INTO letterbox_states (log, seq, name, clock, state) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (log) DO UPDATE SET seq = excluded.seq, name = excluded.name, clock = excluded.clock, state = excluded.state`,
      [log, last.seq, last.name, last.clock, freezeLetterbox(state)])
  },
}

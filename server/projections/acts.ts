import type { Projection } from './projection.ts'

const ENVELOPE = ['device', 'seq', 'name', 'subject', 'kind', 'author', 'at', 'clock'] as const

/** Kinds nobody asks about one by one; they stand in the record. */
const LEFT_OUT = new Set(['catalogue/published', 'confirmation/given', 'look/taken'])

/** The acts themselves, by subject: what a dossier's page shows, and what the next acts on a subject are folded with. */
export const actsProjection: Projection = {
  tables: ['acts'],
  domains: [],
  fold: async (db, { unit, arrived }) => {
    const kept = arrived.filter(({ act }) => !LEFT_OUT.has(act.kind))
    if (kept.length === 0) return
    await db.query(`
      INSERT INTO acts (unit, device, seq, name, subject, kind, author, at, clock, received_at, line)
      SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])`,
      [unit, ...ENVELOPE.map(part => kept.map(({ act }) => act[part])), ...(['receivedAt', 'line'] as const).map(part => kept.map(act => act[part]))])
  },
}

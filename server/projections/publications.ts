import { Value } from 'typebox/value'
import type { Act } from '../../shared/acts/act.ts'
import { CITY_BODIES, PUBLIC_LOG } from '../../shared/offices/city-acts.ts'
import { sqlText, type Projection } from './projection.ts'

/** What the city published, newest last. */
export const publicationsProjection: Projection = {
  tables: ['publications'],
  domains: [],
  fold: async (db, { arrived }) => {
    for (const { act } of arrived) {
      const said = act.device === PUBLIC_LOG ? summaryOf(act) : undefined
      if (said === undefined) continue
      await db.query('INSERT INTO publications (seq, kind, title, count, published_by, published_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [act.seq, act.kind, sqlText(said.title, 300), said.count, act.author, act.at])
    }
  },
}

function summaryOf({ kind, body }: Act): { readonly title: string, readonly count: number } | undefined {
  if (kind === 'catalogue/published' && Value.Check(CITY_BODIES[kind], body)) return { title: body.version, count: body.procedures.length }
  if (kind === 'calendar/published' && Value.Check(CITY_BODIES[kind], body)) {
    const { holidays } = body
    const isListed = typeof holidays === 'object' && holidays !== null && 'days' in holidays && Array.isArray(holidays.days)
    return { title: String(body.year), count: isListed ? (holidays.days as unknown[]).length : 0 }
  }
  if (kind === 'settings/published' && Value.Check(CITY_BODIES[kind], body)) {
    const names = Object.keys(body.settings)
    return { title: names.join(', '), count: names.length }
  }
  return undefined
}

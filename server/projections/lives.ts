import { foldCertification } from '../../shared/certification/fold.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import type { Life } from '../../shared/reports/life.ts'
import { CERTIFICATION_FIELD, lifeOf, livesOfVisit } from '../../shared/reports/life-of.ts'
import { subjectsOf, type Projection } from './projection.ts'

/** What figures must know of every dossier and every visit, by the functions the desks count with (rule S11). */
export const livesProjection: Projection = {
  tables: ['lives'],
  domains: ['dossier', 'certification'],
  fold: async (db, batch) => {
    const { unit } = batch
    const dossiers = subjectsOf(batch, 'dossier').map(([subject, acts]) => {
      const dossier = fold(acts.map(({ act }) => act))
      const life = dossier === undefined ? undefined : lifeOf(dossier)
      return { subject, lives: life === undefined ? [] : [life] }
    })
    const visits = subjectsOf(batch, 'certification').map(([subject, acts]) => {
      const visit = foldCertification(acts.map(({ act }) => act))
      // Procedures are told apart by code; their names are the catalogue's.
      const names = { unit, field: CERTIFICATION_FIELD, procedureName: (code: string) => code }
      return { subject, lives: visit === undefined ? [] : livesOfVisit(visit, names) }
    })
    const rows = [...dossiers, ...visits]
    if (rows.length === 0) return
    await db.query('DELETE FROM lives WHERE unit = $1 AND subject = ANY($2)', [unit, rows.map(({ subject }) => subject)])
    const counted = rows.filter(({ lives }) => lives.length > 0)
    await db.query(`
      INSERT INTO lives (unit, subject, received_on, ended_on, body)
      SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[])`, [
      unit, counted.map(({ subject }) => subject), counted.map(({ lives }) => lives[0]?.receivedOn ?? ''),
      counted.map(({ lives }) => endedOn(lives)), counted.map(({ lives }) => JSON.stringify(lives).replaceAll('\\u0000', '')),
    ])
  },
}

function endedOn(lives: readonly Life[]): string | null {
  const days = lives.map(({ end }) => end?.on ?? null)
  return days.includes(null) ? null : days.sort().at(-1) ?? null
}

import { dayOfInstant } from '../../../shared/base/day.ts'
import { queryWords } from '../../../shared/dossiers/search-text.ts'
import type { City } from '../../city.ts'
import { DOSSIER_COLUMNS, toDossierRow, type DossierRow, type DossierSql } from './dossier-row.ts'

/**
 * Dossiers by words in any order, without marks: names, code in all its forms, phone, personal number, procedure; newest first.
 *
 * `unit` leaves only that unit's. A word matches from its beginning. No words, no dossiers.
 */
export async function citySearch(
  city: Pick<City, 'db' | 'now'>, query: string, { unit, limit = 50 }: { readonly unit?: string | undefined, readonly limit?: number } = {},
): Promise<readonly DossierRow[]> {
  const words = queryWords(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS)
  if (words.length === 0) return []
  const values = [...words.map(word => `% ${escapeLike(word)}%`), ...(unit === undefined ? [] : [unit])]
  const conditions = words.map((_, i) => `search LIKE $${String(i + 1)}`)
  if (unit !== undefined) conditions.push(`unit = $${String(values.length)}`)
  const rows = await city.db.query<DossierSql>(
    `SELECT ${DOSSIER_COLUMNS} FROM dossiers WHERE ${conditions.join(' AND ')} ORDER BY received_at DESC, subject LIMIT ${String(Math.min(limit, 200))}`,
    values)
  return rows.map(toDossierRow(dayOfInstant(new Date(city.now()).toISOString())))
}

const LONGEST_QUERY = 200
const MOST_WORDS = 8

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}

import { queryWords } from '../../../shared/dossiers/search-text.ts'
import { askShelf } from '../ask-shelf.ts'
import type { DossierRow } from '../row.ts'
import { findSearch } from '../search.ts'

export interface SearchResult {
  readonly rows: readonly DossierRow[]
  /** How many fit in all; `rows` holds the newest of them. */
  readonly count: number
}

/** Dossiers in which every word of the question stands, in any order: name, code in any form, phone, personal number, procedure. */
export async function searchDossiers(question: string, limit: number): Promise<SearchResult> {
  const words = queryWords(question)
  if (words.length === 0) return { rows: [], count: 0 }
  const { subjects, count } = await findSearch(words, limit)
  const rows = await askShelf(async dossiers => {
    const found = await dossiers.findByIds([...subjects]).exec()
    return subjects.flatMap(subject => found.get(subject)?.toJSON() ?? [])
  }, [])
  return { rows, count }
}

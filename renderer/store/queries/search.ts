import { queryWords } from '../../../shared/dossiers/search-text.ts'
import { askShelf } from '../ask-shelf.ts'
import type { DossierRow } from '../row.ts'
import { findSearch } from '../search.ts'
import type { FacetChoices, SearchFilter } from '../search-question.ts'

export interface SearchResult {
  readonly rows: readonly DossierRow[]
  /** How many fit in all; `rows` holds the newest of them. */
  readonly count: number
  readonly choices: FacetChoices
}

/**
 * Dossiers in which every word of the question stands, in any order, and that fit every filter: name, code in any form, phone, personal
 * number, procedure. The list, its length and what each other choice would give are one answer.
 */
export async function searchDossiers(text: string, limit: number, filter: SearchFilter = {}): Promise<SearchResult> {
  const { subjects, count, choices } = await findSearch({ words: queryWords(text), filter }, limit)
  const rows = await askShelf(async dossiers => {
    const found = await dossiers.findByIds([...subjects]).exec()
    return subjects.flatMap(subject => found.get(subject)?.toJSON() ?? [])
  }, [])
  return { rows, count, choices }
}

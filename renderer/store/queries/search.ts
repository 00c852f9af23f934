import { queryWords } from '../../../shared/dossiers/search-text.ts'
import { findSearch } from '../search.ts'
import type { FoundRows, SearchFilter } from '../search-question.ts'

/**
 * Dossiers in which every word of the question stands, in any order, and that fit every filter: name, code in any form, phone, personal
 * number, procedure. The newest rows, how many there are in all and what each other choice would give are one answer.
 */
export function searchDossiers(text: string, limit: number, filter: SearchFilter = {}): Promise<FoundRows> {
  return findSearch({ words: queryWords(text), filter }, limit)
}

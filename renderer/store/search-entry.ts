import { dayOfInstant } from '../../shared/base/day.ts'
import type { DossierRow } from './row.ts'
import type { SearchEntry } from './search-index.ts'
import { NOBODY } from './search-question.ts'

/** A row as search sees it. */
export function rowToEntry(row: DossierRow): SearchEntry {
  const { subject, searchText, receivedAt, dueOn, queue, state, field, procedureCode, holderName, channel } = row
  return {
    subject, text: searchText, receivedAt, receivedOn: dayOfInstant(receivedAt), dueOn, isOpen: queue === 'open',
    facets: { state, field, procedure: procedureCode, holder: holderName === '' ? NOBODY : holderName, channel },
  }
}

import type { DossierRow } from './row.ts'
import { rowKeeper, type RowKeeper } from './row-keeper.ts'
import { rowToEntry } from './search-entry.ts'
import { searchIndex, type SearchIndex } from './search-index.ts'
import type { FoundRows, SearchQuestion } from './search-question.ts'

/** What the window tells the search, and asks of it. */
export type SearchRequest =
  | { readonly kind: 'clear' }
  | { readonly kind: 'put'; readonly rows: readonly DossierRow[] }
  | { readonly kind: 'find'; readonly ask: number; readonly question: SearchQuestion; readonly limit: number }

export interface SearchAnswer extends FoundRows {
  readonly ask: number
}

let index: SearchIndex = searchIndex()
let keeper: RowKeeper = rowKeeper()

/** Searches off the typing thread. */
self.onmessage = ({ data: request }: MessageEvent<SearchRequest>) => {
  switch (request.kind) {
    case 'clear':
      index = searchIndex()
      keeper = rowKeeper()
      return
    case 'put':
      keeper.put(request.rows)
      index.put(request.rows.map(rowToEntry))
      return
    case 'find': {
      const { subjects, count, choices } = index.find(request.question, request.limit)
      self.postMessage({ ask: request.ask, rows: keeper.of(subjects), count, choices } satisfies SearchAnswer)
    }
  }
}

import { searchIndex, type SearchEntry, type SearchIndex } from './search-index.ts'
import type { Found, SearchQuestion } from './search-question.ts'

/** What the window tells the search, and asks of it. */
export type SearchRequest =
  | { readonly kind: 'clear' }
  | { readonly kind: 'put'; readonly entries: readonly SearchEntry[] }
  | { readonly kind: 'find'; readonly ask: number; readonly question: SearchQuestion; readonly limit: number }

export interface SearchAnswer extends Found {
  readonly ask: number
}

let index: SearchIndex = searchIndex()

/** Searches off the typing thread. */
self.onmessage = ({ data: request }: MessageEvent<SearchRequest>) => {
  switch (request.kind) {
    case 'clear':
      index = searchIndex()
      return
    case 'put':
      index.put(request.entries)
      return
    case 'find':
      self.postMessage({ ask: request.ask, ...index.find(request.question, request.limit) } satisfies SearchAnswer)
  }
}

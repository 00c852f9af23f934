import type { DossierRow } from './row.ts'
import type { FoundRows, SearchQuestion } from './search-question.ts'
import type { SearchAnswer, SearchRequest } from './search.worker.ts'

/** Forgets everything, before the index is made anew. */
export function clearSearch(): void {
  tell({ kind: 'clear' })
}

/** Adds dossiers, or puts them in the place of what they were. */
export function putSearch(rows: readonly DossierRow[]): void {
  if (rows.length > 0) tell({ kind: 'put', rows })
}

/** The newest dossiers that fit, how many there are in all, and what each other choice would give. */
export function findSearch(question: SearchQuestion, limit: number): Promise<FoundRows> {
  const ask = nextAsk++
  return new Promise(resolve => {
    waiting.set(ask, resolve)
    tell({ kind: 'find', ask, question, limit })
  })
}

const waiting = new Map<number, (found: FoundRows) => void>()
let nextAsk = 1
let worker: Worker | undefined

function tell(request: SearchRequest): void {
  worker ??= start()
  worker.postMessage(request)
}

function start(): Worker {
  const started = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data: { ask, ...found } }: MessageEvent<SearchAnswer>) => {
    waiting.get(ask)?.(found)
    waiting.delete(ask)
  }
  return started
}

import { useSyncExternalStore } from 'react'
import { BehaviorSubject } from 'rxjs'

/** How far the index over the journal is, and where it lives. */
export interface StoreState {
  /** `filling`: made anew from the journal; lists are not whole yet, receiving is. */
  readonly phase: 'closed' | 'opening' | 'filling' | 'ready'
  /** Dossiers read so far and in all, while filling. */
  readonly read: number
  readonly total: number
  /** `memory` while the window's storage on disk cannot be used; made anew at the next start, or when there is room again. */
  readonly place: 'disk' | 'memory'
  /** Search answers from everything, not from a part. */
  readonly searchReady: boolean
  /** What was half-typed before this start could not be read back. */
  readonly draftsLost: boolean
  /** What is half-typed now could not be written to disk. */
  readonly draftsUnwritten: boolean
}

const state = new BehaviorSubject<StoreState>({
  phase: 'closed', read: 0, total: 0, place: 'disk', searchReady: false, draftsLost: false, draftsUnwritten: false,
})

export function tellStore(change: Partial<StoreState>): void {
  state.next({ ...state.value, ...change })
}

export function storeState(): StoreState {
  return state.value
}

/** The state of the store, followed for as long as the component stands. */
export function useStoreState(): StoreState {
  return useSyncExternalStore(listen, storeState)
}

function listen(onChange: () => void): () => void {
  const subscription = state.subscribe(onChange)
  return () => { subscription.unsubscribe() }
}

import { useSyncExternalStore } from 'react'
import { BehaviorSubject, filter, firstValueFrom, timeout } from 'rxjs'

/** How far the index over the journal is, and where it lives. */
export interface StoreState {
  /** `filling`: made anew from the journal; lists are not whole yet, receiving is. */
  readonly phase: 'closed' | 'opening' | 'filling' | 'ready'
  /** Dossiers read so far and in all, while filling. */
  readonly read: number
  readonly total: number
  /** `memory` while the window's storage on disk cannot be used; made anew at the next start, or when there is room again. */
  readonly place: 'disk' | 'memory'
  /** The journal has told something that is not in the index yet. */
  readonly catchingUp: boolean
  /** Search answers from everything, not from a part. */
  readonly searchReady: boolean
  /** What was half-typed before this start could not be read back. */
  readonly draftsLost: boolean
  /** What is half-typed now could not be written to disk. */
  readonly draftsUnwritten: boolean
}

const state = new BehaviorSubject<StoreState>({
  phase: 'closed', read: 0, total: 0, place: 'disk', catchingUp: false, searchReady: false, draftsLost: false, draftsUnwritten: false,
})

export function tellStore(change: Partial<StoreState>): void {
  state.next({ ...state.value, ...change })
}

export function storeState(): StoreState {
  return state.value
}

/** Resolves when the index holds what was saved a moment ago, after so many ms in any case; at once while it is made anew. */
export async function untilLevel(ms: number): Promise<void> {
  const level = state.pipe(filter(({ phase, catchingUp }) => phase !== 'ready' || !catchingUp), timeout({ first: ms, with: () => [state.value] }))
  await firstValueFrom(level)
}

/** The state of the store, followed for as long as the component stands. */
export function useStoreState(): StoreState {
  return useSyncExternalStore(listen, storeState)
}

function listen(onChange: () => void): () => void {
  const subscription = state.subscribe(onChange)
  return () => { subscription.unsubscribe() }
}

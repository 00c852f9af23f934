import { create } from 'zustand'
import type { SyncState } from '../../shared/bridge/main-api.ts'
import { inAskedOrder } from '../in-asked-order.ts'
import { main, onMain } from '../main-api.ts'

export interface Sync {
  /** Null until the machine has answered once. */
  readonly state: SyncState | null
  /** Counts every time something may have become safe, or was written and is safe no more: whoever shows it asks again. */
  readonly told: number
}

/** How the road to the city stands, as last told. */
export const useSync = create<Sync>(() => ({ state: null, told: 0 }))

const answers = inAskedOrder()

/** Asks again, now. */
export async function loadSync(): Promise<void> {
  await answers.ask(() => main.sync.state(), state => { useSync.setState(({ told }) => ({ state, told: told + 1 })) })
}

/** Keeps asking whenever the machine says that something changed; the answer stops it. */
export function followSync(onFailure: (reason: unknown) => void): () => void {
  const ask = (): void => { loadSync().catch(onFailure) }
  const stops = [
    onMain('sync.changed', ask),
    // The green of a dossier goes with the act that was just written, not with the next word about the line.
    onMain('journal.grew', () => { useSync.setState(({ told }) => ({ told: told + 1 })) }),
  ]
  ask()
  return () => { for (const stop of stops) stop() }
}

/** Whether this PC sends anywhere at all. */
export function hasCity(state: SyncState | null): boolean {
  return state !== null && state.line.state !== 'no-city'
}

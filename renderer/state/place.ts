import { create } from 'zustand'

export type PlaceId = 'desk' | 'intake' | 'search' | 'catalogue' | 'dossier' | 'settings'

export interface PlaceState {
  readonly id: PlaceId
  /** What the place is about: of `dossier` its subject (`dossier:…`), of `catalogue` a procedure's code. */
  readonly subject: string | null
  /** Counts every move, so that going to the place one is in begins it anew. */
  readonly move: number
}

const START: PlaceState = { id: 'desk', subject: null, move: 0 }

/** Where the person is. */
export const usePlace = create<PlaceState>(() => START)

/** Goes to a screen; nothing typed is lost, drafts are kept elsewhere. */
export function goTo(id: PlaceId, subject: string | null = null): void {
  usePlace.setState(({ move }) => ({ id, subject, move: move + 1 }))
}

/** Where one stands after somebody else signed in. */
export function startOver(): void {
  usePlace.setState(START)
}

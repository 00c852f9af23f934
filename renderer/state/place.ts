import { create } from 'zustand'

export type PlaceId =
  | 'desk' | 'intake' | 'certify' | 'search' | 'catalogue' | 'dossier' | 'returns' | 'settings' | 'sync' | 'scan' | 'registers'

export interface PlaceState {
  readonly id: PlaceId
  /** What the place is about: of `dossier` and `returns` its subject (`dossier:…`), of `catalogue` a procedure's code. */
  readonly subject: string | null
  /** Counts every move, so that going to the place one is in begins it anew. */
  readonly move: number
  /** Where one came from, for Esc. */
  readonly before: Pick<PlaceState, 'id' | 'subject'> | null
}

const START: PlaceState = { id: 'desk', subject: null, move: 0, before: null }

/** Where the person is. */
export const usePlace = create<PlaceState>(() => START)

/** Goes to a screen; nothing typed is lost, drafts are kept elsewhere. */
export function goTo(id: PlaceId, subject: string | null = null): void {
  usePlace.setState(here => ({ id, subject, move: here.move + 1, before: { id: here.id, subject: here.subject } }))
}

/** Back to where one came from; the desk where one came from nowhere. */
export function goBack(): void {
  const { before } = usePlace.getState()
  const to = before ?? START
  usePlace.setState(here => ({ id: to.id, subject: to.subject, move: here.move + 1, before: null }))
}

/** Where one stands after somebody else signed in. */
export function startOver(): void {
  usePlace.setState(START)
}

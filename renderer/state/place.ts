import { create } from 'zustand'

export type PlaceId =
  | 'desk' | 'intake' | 'certify' | 'search' | 'catalogue' | 'dossier' | 'returns' | 'settings' | 'sync' | 'scan' | 'registers' | 'people' | 'person'

/** A place and what it is about. */
export interface Stand {
  readonly id: PlaceId
  /**
   * Of `dossier` and `returns` its subject (`dossier:…`), of `certify` the visit to look at, of `catalogue` a procedure's code, of `person`
   * a personal number.
   */
  readonly subject: string | null
}

export interface PlaceState extends Stand {
  /** Counts every move, so that going to the place one is in begins it anew. */
  readonly move: number
  /** Where one came from, for Esc; the last one is the nearest. */
  readonly trail: readonly Stand[]
}

/** Further back nobody goes by Esc. */
const LONGEST_TRAIL = 20
const START: PlaceState = { id: 'desk', subject: null, move: 0, trail: [] }

/** Where the person is. */
export const usePlace = create<PlaceState>(() => START)

/** Goes to a screen; nothing typed is lost, drafts are kept elsewhere. */
export function goTo(id: PlaceId, subject: string | null = null): void {
  usePlace.setState(here => ({
    id, subject, move: here.move + 1, trail: [...here.trail, { id: here.id, subject: here.subject }].slice(-LONGEST_TRAIL),
  }))
}

/** Opens what a subject is about: a visit to the express lane where it was made, a dossier on its own page. */
export function openSubject(subject: string): void {
  goTo(subject.startsWith('certification:') ? 'certify' : 'dossier', subject)
}

/** Back to where one came from; the desk where one came from nowhere. */
export function goBack(): void {
  usePlace.setState(({ move, trail }) => {
    const { id, subject } = trail.at(-1) ?? START
    return { id, subject, move: move + 1, trail: trail.slice(0, -1) }
  })
}

/** Where one stands after somebody else signed in. */
export function startOver(): void {
  usePlace.setState(START)
}

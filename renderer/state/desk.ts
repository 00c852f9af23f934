import { create } from 'zustand'
import type { DeskListId } from '../store/desk-list.ts'

export interface DeskState {
  /** Null until one is chosen: then the first of whoever sits here. */
  readonly list: DeskListId | null
  /** How many rows of it are shown at most. */
  readonly limit: number
  /** The row the cursor was last in, so that one comes back to it. */
  readonly subject: string | null
}

const FIRST_ROWS = 50
const MORE_ROWS = 200

/** Which list of the desk is open, and where one is in it. */
export const useDesk = create<DeskState>(() => ({ list: null, limit: FIRST_ROWS, subject: null }))

export function openList(list: DeskListId): void {
  if (useDesk.getState().list !== list) useDesk.setState({ list, limit: FIRST_ROWS, subject: null })
}

export function showMoreRows(): void {
  useDesk.setState(({ limit }) => ({ limit: limit + MORE_ROWS }))
}

export function rememberRow(subject: string): void {
  useDesk.setState({ subject })
}

import type { Position } from '../acts/act.ts'

/** What main tells the window without being asked. */
export interface MainEvents {
  /** The books are being read for the first question: lines read so far and in all. */
  readonly 'books.reading': { readonly read: number; readonly total: number }
  /** The city published procedures: ask for the catalogue again. */
  readonly 'catalogue.changed': Record<string, never>
  /** New lines are on disk. */
  readonly 'journal.grew': { readonly heads: Position }
  /** Disk, clock, journal, or session changed: ask again. */
  readonly 'program.changed': Record<string, never>
  /** Pages came into the tray or changed there, or the scanner did: ask again. A few times a second at most. */
  readonly 'scanning.changed': Record<string, never>
  /** The road to the city, what waits, or what is safe changed: ask again. At most four a second. */
  readonly 'sync.changed': Record<string, never>
}
export type MainEvent = keyof MainEvents

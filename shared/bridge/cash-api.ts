import type { Result } from '../base/result.ts'
import type { Drawer } from '../cash/drawer.ts'
import type { CountedCash } from '../cash/last-count.ts'

/** What the window may ask of the drawer besides the journal; the count itself goes through the desk. */
export interface CashApi {
  /** Of whoever is signed in, at this PC. Problems: `session/…`, `office/not-open`. */
  drawer(): Promise<Result<DrawerView>>
}

export interface DrawerView extends Pick<Drawer, 'since' | 'collected' | 'refunded'> {
  readonly expected: number
  /** The newest count of today, if there is one. */
  readonly countedToday: CountedCash | null
}

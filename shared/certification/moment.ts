import type { Act } from '../acts/act.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { Hours } from '../calendar/working-hours.ts'
import type { Catalogue } from '../procedures/catalogue.ts'
import type { Office } from '../units/office.ts'
import type { StocksWritten } from '../stocks/stocks.ts'
import type { User } from '../users/user.ts'
import type { BookState } from './books.ts'

/** What a decision about certification may know of its moment: time, chance and place come in here (rule T1). */
export interface CertificationMoment {
  /** Now on this PC, UTC with ms. */
  readonly at: string
  /** The `at` of the newest act in the journal, if there is one (rule T16). */
  readonly newestActAt: string | undefined
  readonly author: User
  readonly users: readonly User[]
  readonly office: Office
  /** PCs of the unit that write no more: withdrawn by the city, or gone on from by this one (rules U4, J9). */
  readonly goneDevices: readonly string[]
  /** The desks of the unit by device, this one among them. */
  readonly desks: Readonly<Record<string, string>>
  /** The device whose books serve all counters (rule N6), this one or another that still writes; null where every desk has its own. */
  readonly keeper: string | null
  readonly calendar: Calendar
  readonly hours: Hours
  readonly catalogue: Catalogue
  /** The acts of the command's subject in folding order; empty for a new subject. */
  readonly acts: readonly Act[]
  readonly freshSubject: (domain: string) => string
  /**
   * How far a book is written, acts on their way to the disk included; undefined before it was opened.
   *
   * Whoever decides by it appends in the same turn: that, and nothing else, draws the numbers (rules N3, N5).
   */
  readonly bookState: (subject: string) => BookState | undefined
  /** Stocks of fee receipts, acts on their way to the disk included (rule M3). */
  readonly stocks: StocksWritten
}

import type { Act } from '../acts/act.ts'
import type { Result } from '../base/result.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { Hours } from '../calendar/working-hours.ts'
import type { Catalogue } from '../procedures/catalogue.ts'
import type { CitySettings } from '../units/city-settings.ts'
import type { NoRange, RangeFull } from '../units/number-range.ts'
import type { Office } from '../units/office.ts'
import type { StocksWritten } from '../stocks/stocks.ts'
import type { User } from '../users/user.ts'

/** Everything a decision may know of its moment: time, chance and place come in here (rule T1). */
export interface Moment {
  /** Now on this PC, UTC with ms. */
  readonly at: string
  /** The `at` of the newest act in the journal, if there is one (rule T16). */
  readonly newestActAt: string | undefined
  readonly author: User
  readonly users: readonly User[]
  readonly office: Office
  readonly calendar: Calendar
  readonly hours: Hours
  readonly catalogue: Catalogue
  /** What the city has set for all its offices. */
  readonly settings: CitySettings
  /** The acts of the command's subject in folding order; empty for a new subject. */
  readonly acts: readonly Act[]
  /** A fresh subject for a new thing, e.g. `dossier:9f…`. */
  readonly freshSubject: (domain: string) => string
  /** The number this day would give next; it counts as drawn only once the acts that use it are on disk (rule N3). */
  readonly nextNumber: (day: string) => Result<number, NoRange | RangeFull>
  /** Stocks of fee receipts, acts on their way to the disk included (rule M3). */
  readonly stocks: StocksWritten
}

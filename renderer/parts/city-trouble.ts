import { addDays, dayOfInstant, type Day } from '../../shared/base/day.ts'
import type { SyncState } from '../../shared/bridge/main-api.ts'
import type { Office } from '../../shared/units/office.ts'
import { isWorkingDay, type Calendar } from '../../shared/calendar/working-days.ts'

/** What about the city deserves a band; a line that is merely down does not. */
export interface CityTrouble {
  /** This PC's clock and the city's differ by so many minutes (rule T16); null up to ten. */
  readonly driftMinutes: number | null
  /** This PC waits for numbers of its own (rules N4, J9). */
  readonly noRange: boolean
  /** So many working days went by without sending, and so many dossiers wait. */
  readonly unsent: null | { readonly days: number; readonly dossiers: number }
}

interface RangeAndCalendar {
  readonly calendar: Calendar
  readonly office: { readonly numberRange: Office['numberRange'] }
}

const DRIFT_MS = 10 * 60_000
const LONG_DAYS = 3
/** Beyond this the count is not worth walking. */
const MOST_DAYS = 400

/** Days are working days that are over since the last exchange. */
export function cityTrouble(sync: SyncState | null, today: Day, view: RangeAndCalendar | null): CityTrouble {
  const noRange = view !== null && view.office.numberRange === null
  if (sync === null || sync.line.state === 'no-city') return { noRange, driftMinutes: null, unsent: null }
  const drift = Math.abs(sync.clockDrift ?? 0)
  return { noRange, driftMinutes: drift > DRIFT_MS ? Math.round(drift / 60_000) : null, unsent: longUnsent(sync, today, view?.calendar) }
}

function longUnsent({ waiting, lastExchangeAt }: SyncState, today: Day, calendar: Calendar | undefined): CityTrouble['unsent'] {
  if (waiting.dossiers === 0 || lastExchangeAt === null || calendar === undefined) return null
  let days = 0
  let on = addDays(dayOfInstant(lastExchangeAt), 1)
  for (let walked = 0; on <= today && walked < MOST_DAYS; walked += 1) {
    if (isWorkingDay(on, calendar)) days += 1
    on = addDays(on, 1)
  }
  return days >= LONG_DAYS ? { days, dossiers: waiting.dossiers } : null
}

import { addDays, dayOfInstant, localToInstant } from '../../shared/base/day.ts'
import { isWorkingDay, type Calendar } from '../../shared/calendar/working-days.ts'

/** How a unit stands to the city: nothing enrolled, never spoken, all sent, something on its way, silent over 24 or 48 hours. */
export type Silence = 'none' | 'never' | 'sent' | 'sending' | 'over-24' | 'over-48'

/** Hours since the last exchange; days on which nobody works do not count, so that a Monday morning alarms nobody. */
export function silentHours(exchangedAt: string, now: number, calendar: Calendar): number {
  let ms = Math.max(0, now - Date.parse(exchangedAt))
  const today = dayOfInstant(new Date(now).toISOString())
  for (let day = dayOfInstant(exchangedAt), i = 0; day <= today && i < LONGEST_DAYS; day = addDays(day, 1), i += 1) {
    if (isWorkingDay(day, calendar)) continue
    const [from, to] = [Date.parse(localToInstant(day, 0)), Date.parse(localToInstant(addDays(day, 1), 0))]
    ms -= Math.max(0, Math.min(now, to) - Math.max(Date.parse(exchangedAt), from))
  }
  return Math.floor(ms / HOUR)
}

/** Which of the tiles of the overview a unit is. */
export function silenceOf(unit: { readonly deviceCount: number, readonly silentHours: number | null, readonly waiting: number }): Silence {
  if (unit.deviceCount === 0) return 'none'
  if (unit.silentHours === null) return 'never'
  if (unit.silentHours >= 48) return 'over-48'
  if (unit.silentHours >= 24) return 'over-24'
  return unit.waiting > 0 ? 'sending' : 'sent'
}

const HOUR = 3_600_000
/** Past a year a silence is only long. */
const LONGEST_DAYS = 370

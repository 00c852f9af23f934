import { yearsToCalendar, type HolidayYear } from './holiday-year.ts'
import type { Calendar } from './working-days.ts'
import year2025 from './holidays/2025.json' with { type: 'json' }
import year2026 from './holidays/2026.json' with { type: 'json' }
import year2027 from './holidays/2027.json' with { type: 'json' }

/** The years this version was published with; the city may publish others, or the same ones anew. */
export const NATIONAL_YEARS = [year2025, year2026, year2027] as readonly HolidayYear[]

/** The national calendar this version was published with (rule T2). */
export const NATIONAL_CALENDAR: Calendar = yearsToCalendar(NATIONAL_YEARS)

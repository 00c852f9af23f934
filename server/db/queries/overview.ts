import { addDays, dayOfInstant, type Day } from '../../../shared/base/day.ts'
import { NATIONAL_CALENDAR } from '../../../shared/calendar/national-calendar.ts'
import { isWorkingDay, nextWorkingDay } from '../../../shared/calendar/working-days.ts'
import { units, type Unit } from '../../../shared/units/unit.ts'
import type { City } from '../../city.ts'
import { silenceOf, silentHours, type Silence } from '../../projections/silence.ts'

/** The city at a glance: every unit, and dossiers received per day (screen city-overview). */
export interface Overview {
  /** UTC ms; when it was asked. */
  readonly at: string
  readonly today: Day
  /** The newest line that is folded, by the time it arrived; null before the first. */
  readonly foldedUntil: string | null
  /** All 103, by code. */
  readonly units: readonly UnitRow[]
  /** The last fourteen days, oldest first, today the last and unfinished. */
  readonly days: readonly DayRow[]
  readonly nextWorkingDay: Day
}

export interface UnitRow {
  readonly unit: string
  readonly name: string
  readonly kind: Unit['kind']
  readonly oldProvince: string
  readonly deviceCount: number
  /** UTC ms; null when no device of the unit has ever spoken. */
  readonly exchangedAt: string | null
  readonly silence: Silence
  /** Hours since the last exchange, without days off; null when never. */
  readonly silentHours: number | null
  /** What its PCs said was waiting when they last spoke: no copy at the city yet. */
  readonly waitingDossiers: number
  readonly waitingPages: number
  /** Open and past their due day by the time of the event, never by the time it was sent (rule S11). */
  readonly overdueCount: number
  readonly dueNextCount: number
  readonly openCount: number
  readonly receivedToday: number
  readonly disputeCount: number
  /** Program versions of its PCs, oldest first. */
  readonly programs: readonly string[]
  /** Bytes, the least of its PCs; null when none has spoken. */
  readonly freeDisk: number | null
  /** ms, the largest of its PCs either way; null when none has spoken. */
  readonly clockDrift: number | null
}

export interface DayRow {
  readonly day: Day
  readonly isWorkingDay: boolean
  readonly receivedCount: number
}

const DAYS = 14

/** One answer for the whole page; `unit` leaves only that one in `units`. */
export async function overview(city: Pick<City, 'db' | 'now'>, unit?: string): Promise<Overview> {
  const now = city.now()
  const at = new Date(now).toISOString()
  const today = dayOfInstant(at)
  const next = nextWorkingDay(today, NATIONAL_CALENDAR)
  const firstDay = addDays(today, 1 - DAYS)
  const [devices, counts, days, folded] = await Promise.all([
    city.db.query<DeviceFigures>(DEVICES), city.db.query<CountFigures>(COUNTS, [today, next]),
    city.db.query<{ on_day: string, count: number }>(PER_DAY, [firstDay, today, unit ?? null]),
    city.db.query<{ until: string | null }>('SELECT max(received_at) AS until FROM projected'),
  ])
  const devicesByUnit = new Map(devices.map(row => [row.unit, row]))
  const countsByUnit = new Map(counts.map(row => [row.unit, row]))
  const countByDay = new Map(days.map(row => [row.on_day, row.count]))
  return {
    at, today, nextWorkingDay: next, foldedUntil: folded[0]?.until ?? null,
    units: units.filter(({ code }) => unit === undefined || code === unit)
      .map(of => toRow(of, devicesByUnit.get(of.code), countsByUnit.get(of.code), now)),
    days: Array.from({ length: DAYS }, (_, i) => addDays(firstDay, i))
      .map(day => ({ day, isWorkingDay: isWorkingDay(day, NATIONAL_CALENDAR), receivedCount: countByDay.get(day) ?? 0 })),
  }
}

interface DeviceFigures {
  readonly unit: string
  readonly device_count: number
  readonly exchanged_at: string | null
  readonly waiting_dossiers: number
  readonly waiting_pages: number
  readonly programs: string | null
  readonly free_disk: number | null
  readonly clock_drift: number | null
}

const DEVICES = `
  SELECT d.unit, count(*)::int AS device_count, max(h.exchanged_at) AS exchanged_at,
    coalesce(sum(h.waiting_dossiers), 0)::int AS waiting_dossiers, coalesce(sum(h.waiting_pages), 0)::int AS waiting_pages,
    string_agg(DISTINCT h.program, ',' ORDER BY h.program) AS programs, min(h.free_disk) AS free_disk, max(abs(h.clock_drift)) AS clock_drift
  FROM devices d LEFT JOIN device_health h ON h.unit = d.unit AND h.device = d.device
  WHERE d.revoked_at IS NULL GROUP BY d.unit`

interface CountFigures {
  readonly unit: string
  readonly overdue: number
  readonly due_next: number
  readonly open: number
  readonly received_today: number
  readonly disputed: number
}

const COUNTS = `
  SELECT unit,
    coalesce(sum(count) FILTER (WHERE measure = 'open' AND on_day <> '' AND on_day < $1), 0)::int AS overdue,
    coalesce(sum(count) FILTER (WHERE measure = 'open' AND on_day = $2), 0)::int AS due_next,
    coalesce(sum(count) FILTER (WHERE measure = 'open'), 0)::int AS open,
    coalesce(sum(count) FILTER (WHERE measure = 'received' AND on_day = $1), 0)::int AS received_today,
    coalesce(sum(count) FILTER (WHERE measure = 'disputed'), 0)::int AS disputed
  FROM dossier_counts WHERE measure <> 'received' OR on_day = $1 GROUP BY unit`

const PER_DAY = `
  SELECT on_day, sum(count)::int AS count FROM dossier_counts
  WHERE measure = 'received' AND on_day BETWEEN $1 AND $2 AND ($3::text IS NULL OR unit = $3) GROUP BY on_day`

function toRow(of: Unit, devices: DeviceFigures | undefined, counts: CountFigures | undefined, now: number): UnitRow {
  const exchangedAt = devices?.exchanged_at ?? null
  const hours = exchangedAt === null ? null : silentHours(exchangedAt, now, NATIONAL_CALENDAR)
  const waitingDossiers = devices?.waiting_dossiers ?? 0
  const waitingPages = devices?.waiting_pages ?? 0
  return {
    unit: of.code, name: of.name, kind: of.kind, oldProvince: of.oldProvince,
    deviceCount: devices?.device_count ?? 0, exchangedAt, silentHours: hours,
    silence: silenceOf({ deviceCount: devices?.device_count ?? 0, silentHours: hours, waiting: waitingDossiers + waitingPages }),
    waitingDossiers, waitingPages,
    overdueCount: counts?.overdue ?? 0, dueNextCount: counts?.due_next ?? 0, openCount: counts?.open ?? 0,
    receivedToday: counts?.received_today ?? 0, disputeCount: counts?.disputed ?? 0,
    programs: devices?.programs?.split(',') ?? [], freeDisk: devices?.free_disk ?? null, clockDrift: devices?.clock_drift ?? null,
  }
}

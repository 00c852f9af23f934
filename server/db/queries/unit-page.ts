import type { City } from '../../city.ts'
import { certifiedByMonth, type CertifiedMonth } from './certified.ts'
import { devicesOf, type DeviceRow } from './devices.ts'
import { DOSSIER_COLUMNS, toDossierRow, type DossierRow, type DossierSql } from './dossier-row.ts'
import { overview, type DayRow, type UnitRow } from './overview.ts'

/** One unit: its figures, its PCs, what is overdue, in dispute, and newest. */
export interface UnitPage {
  readonly at: string
  readonly foldedUntil: string | null
  readonly row: UnitRow
  readonly days: readonly DayRow[]
  readonly devices: readonly DeviceRow[]
  /** Most overdue first, at most 50; `row.overdueCount` says how many there are. */
  readonly overdue: readonly DossierRow[]
  readonly disputed: readonly DossierRow[]
  /** Newest first, at most 50. */
  readonly newest: readonly DossierRow[]
  /** The books of certification month by month, the newest first. */
  readonly certified: readonly CertifiedMonth[]
}

/** Undefined for a code that is none of the city's units. */
export async function unitPage(city: Pick<City, 'db' | 'now'>, unit: string): Promise<UnitPage | undefined> {
  const { at, today, foldedUntil, units: [row], days } = await overview(city, unit)
  if (row === undefined) return undefined
  const list = async (where: string, values: readonly string[]): Promise<readonly DossierRow[]> =>
    (await city.db.query<DossierSql>(`SELECT ${DOSSIER_COLUMNS} FROM dossiers WHERE unit = $1 AND ${where} LIMIT 50`, [unit, ...values]))
      .map(toDossierRow(today))
  const [devices, overdue, disputed, newest, certified] = await Promise.all([
    devicesOf(city.db, unit),
    list('state IN (\'received\', \'processing\', \'awaitingSignature\') AND due_on < $2 ORDER BY due_on, subject', [today]),
    list('dispute_count > 0 ORDER BY changed_at DESC, subject', []),
    list('true ORDER BY received_at DESC, subject', []),
    certifiedByMonth(city.db, unit),
  ])
  return { at, foldedUntil, row, days, devices, overdue, disputed, newest, certified }
}

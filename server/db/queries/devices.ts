import type { Db } from '../db.ts'

/** A PC of a unit: what the city knows and what the PC last said. */
export interface DeviceRow {
  readonly unit: string
  readonly device: string
  readonly desk: string
  readonly deskNumber: number
  readonly numberRange: { readonly from: number, readonly to: number }
  readonly training: boolean
  /** The device whose copied folder it goes on with (rule J9). */
  readonly continues: string | null
  readonly admittedAt: string
  readonly revokedAt: string | null
  readonly revokedReason: string | null
  /** Null in all of these when it has not spoken yet. */
  readonly exchangedAt: string | null
  readonly program: string | null
  readonly freeDisk: number | null
  readonly clockDrift: number | null
  readonly waitingDossiers: number | null
  readonly waitingPages: number | null
}

/** By desk number; of all units, by unit, when none is named. */
export async function devicesOf(db: Pick<Db, 'query'>, unit?: string): Promise<readonly DeviceRow[]> {
  const rows = await db.query<DeviceSql>(`
    SELECT d.*, h.exchanged_at, h.program, h.free_disk, h.clock_drift, h.waiting_dossiers, h.waiting_pages
    FROM devices d LEFT JOIN device_health h ON h.unit = d.unit AND h.device = d.device
    WHERE ($1::text IS NULL OR d.unit = $1) ORDER BY d.unit, d.desk_number, d.range_from LIMIT 5000`, [unit ?? null])
  return rows.map(row => ({
    unit: row.unit, device: row.device, desk: row.desk, deskNumber: row.desk_number,
    numberRange: { from: row.range_from, to: row.range_to }, training: row.training, continues: row.continues,
    admittedAt: row.admitted_at, revokedAt: row.revoked_at, revokedReason: row.revoked_reason,
    exchangedAt: row.exchanged_at, program: row.program, freeDisk: row.free_disk, clockDrift: row.clock_drift,
    waitingDossiers: row.waiting_dossiers, waitingPages: row.waiting_pages,
  }))
}

interface DeviceSql {
  readonly unit: string
  readonly device: string
  readonly desk: string
  readonly desk_number: number
  readonly range_from: number
  readonly range_to: number
  readonly training: boolean
  readonly continues: string | null
  readonly admitted_at: string
  readonly revoked_at: string | null
  readonly revoked_reason: string | null
  readonly exchanged_at: string | null
  readonly program: string | null
  readonly free_disk: number | null
  readonly clock_drift: number | null
  readonly waiting_dossiers: number | null
  readonly waiting_pages: number | null
}

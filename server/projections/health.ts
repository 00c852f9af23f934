import type { ExchangeRequest } from '../../shared/sync/protocol.ts'
import type { City } from '../city.ts'

/**
 * Notes how a PC was when it last spoke; `atHeader` is the UTC ms of the request by its own clock, from which its drift follows
 * (the PC's time minus the city's; 0 when it said no time).
 */
export async function noteHealth(
  city: Pick<City, 'db' | 'now'>, { unit, device }: { readonly unit: string, readonly device: string },
  health: ExchangeRequest['health'], atHeader: string, isSame: boolean,
): Promise<void> {
  const now = city.now()
  const said = /^\d{1,14}$/.test(atHeader) ? Number(atHeader) : Date.parse(atHeader)
  const drift = Number.isNaN(said) ? 0 : Math.max(-LONGEST_DRIFT, Math.min(LONGEST_DRIFT, said - now))
  await city.db.query(`
    INSERT INTO device_health (unit, device, exchanged_at, program, free_disk, clock_drift, waiting_dossiers, waiting_pages, same_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (unit, device) DO UPDATE SET exchanged_at = $3, program = $4, free_disk = $5, clock_drift = $6, waiting_dossiers = $7, waiting_pages = $8,
      same_at = COALESCE($9, device_health.same_at)`,
    [unit, device, new Date(now).toISOString(), health.program.replaceAll('\0', ''), Math.min(health.freeDisk, Number.MAX_SAFE_INTEGER), drift,
      Math.min(health.waiting.dossiers, MOST), Math.min(health.waiting.pages, MOST), isSame ? new Date(now).toISOString() : null])
}

/** A hundred years. */
const LONGEST_DRIFT = 3_155_760_000_000
/** What the column holds. */
const MOST = 2_147_483_647

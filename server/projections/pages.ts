import type { City } from '../city.ts'

/** A page that is whole at the city, and who brought it. */
export interface NotedPage {
  readonly sha256: string
  readonly bytes: number
  readonly unit: string
  readonly device: string
  /** The device sent the bytes, or only asked whether the page is here. */
  readonly isBrought: boolean
}

/**
 * Notes that a page is whole, so that the unit is told with the next confirmation (rule S8); said twice, it changes nothing.
 *
 * The note is no record: where a power cut took it, asking for the page's status notes it again.
 */
export async function notePage(city: Pick<City, 'db' | 'now'>, { sha256, bytes, unit, device, isBrought }: NotedPage): Promise<void> {
  await city.db.query(
    `INSERT INTO pages_noted (unit, sha256, device, bytes, noted_at, brought) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (unit, sha256) DO UPDATE SET brought = pages_noted.brought OR excluded.brought`,
    [unit, sha256, device, bytes, new Date(city.now()).toISOString(), isBrought])
}

import { success, type Result } from '../../shared/base/result.ts'
import { withdrawnText } from '../../shared/sync/signed-texts.ts'
import { readState, writeActs, type Decided } from '../admin/city-log.ts'
import { letterbox, openLetterbox } from '../admin/letterbox.ts'
import { noteSettled, settlingSince } from '../admin/settling.ts'
import type { City } from '../city.ts'
import { lostConfirmations } from './lost-confirmations.ts'

/** As many pages as fit into one line that every client takes. */
const MOST_PAGES = 5000

/**
 * Ends the wait for a unit after a restore (rule S13): what was confirmed and is lost is taken back, signed, so that PCs stop calling
 * it safe and send it again; then the city writes to this unit as before.
 */
export async function settleUnit(city: City, unit: string, reason: string): Promise<void> {
  const lost = await lostConfirmations(city, unit)
  const chunks = [lost.pages.slice(0, MOST_PAGES)]
  for (let from = MOST_PAGES; from < lost.pages.length; from += MOST_PAGES) chunks.push(lost.pages.slice(from, from + MOST_PAGES))
  const acts = chunks.map((pages, i) => ({ unit, heads: i === 0 ? lost.heads : {}, pages }))
    .filter(({ heads, pages }) => pages.length + Object.keys(heads).length > 0)
    .map(body => ({ subject: `unit:${unit}`, kind: 'confirmation/withdrawn', body: { ...body, signature: city.keys.sign(withdrawnText(body)) } }))
  await writeActs(city, openLetterbox(unit), 'city', (): Result<Decided<null>, never> => success({ acts, value: null }))
  if (lost.pages.length > 0) await city.db.query('DELETE FROM pages_noted WHERE unit = $1 AND sha256 = ANY($2)', [unit, lost.pages])
  await noteSettled(city, unit, reason)
}

/** Settles the unit once each of its PCs has shown, since the restore, that it holds nothing the city lacks. */
export async function settleWhenHeard(city: City, unit: string): Promise<void> {
  const since = await settlingSince(city, unit)
  if (since === undefined) return
  const { devices } = await readState(city, letterbox(unit))
  const rows = await city.db.query<{ device: string }>('SELECT device FROM device_health WHERE unit = $1 AND same_at >= $2', [unit, since])
  const heard = new Set(rows.map(({ device }) => device))
  const isHeard = [...devices.values()].every(({ device, revokedAt }) => revokedAt !== null || heard.has(device))
  if (isHeard) await settleUnit(city, unit, 'heard')
}

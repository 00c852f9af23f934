import { success, type Result } from '../../shared/base/result.ts'
import type { Heads } from '../../shared/sync/protocol.ts'
import { confirmationText } from '../../shared/sync/signed-texts.ts'
import { readState, writeActs, type Decided } from '../admin/city-log.ts'
import { letterbox, type LetterboxState } from '../admin/letterbox.ts'
import type { City } from '../city.ts'

/** As many pages as fit into one line that every client takes. */
const MOST_PAGES = 5000

/**
 * Writes into the unit's letterbox what the city has and has not yet confirmed (rule S8): heads of its devices that grew, pages that
 * became whole. Nothing new, nothing written. An act names only what is newly confirmed; all of them together are what is confirmed.
 */
export async function confirm(city: City, unit: string): Promise<void> {
  const pages = await unconfirmedPages(city, unit)
  const known = await readState(city, letterbox(unit))
  if (pages.length === 0 && Object.keys(await grownHeads(city, known)).length === 0) return
  const written = await writeActs(city, letterbox(unit), 'city', async (state): Promise<Result<Decided<null>, never>> => {
    const heads = await grownHeads(city, state)
    if (pages.length === 0 && Object.keys(heads).length === 0) return success({ acts: [], value: null })
    const signature = city.keys.sign(confirmationText({ unit, heads, pages }))
    return success({ acts: [{ subject: `unit:${unit}`, kind: 'confirmation/given', body: { unit, heads, pages, signature } }], value: null })
  })
  // While the unit settles after a restore nothing is confirmed: its pages stay unconfirmed, and come with the first act after it.
  if (written.ok && pages.length > 0) await city.db.query('UPDATE pages_noted SET confirmed = true WHERE unit = $1 AND sha256 = ANY($2)', [unit, pages])
}

async function unconfirmedPages(city: City, unit: string): Promise<readonly string[]> {
  const rows = await city.db.query<{ sha256: string }>(
    `SELECT sha256 FROM pages_noted WHERE unit = $1 AND NOT confirmed ORDER BY sha256 LIMIT ${String(MOST_PAGES)}`, [unit])
  return rows.map(row => row.sha256)
}

async function grownHeads(city: City, { devices, confirmed }: LetterboxState): Promise<Heads> {
  const heads = await city.record.heads([...devices.keys()])
  return Object.fromEntries(Object.entries(heads)
    .filter(([device, { seq }]) => seq > (confirmed[device]?.seq ?? 0)).map(([device, { seq, name }]) => [device, { seq, name }]))
}

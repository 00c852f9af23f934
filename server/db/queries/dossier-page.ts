import type { Act } from '../../../shared/acts/act.ts'
import { readLine } from '../../../shared/acts/chain.ts'
import { upcast } from '../../../shared/acts/upcast.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { fold } from '../../../shared/dossiers/fold.ts'
import { sha256 } from '../../record/sha256.ts'
import type { Db } from '../db.ts'

/** One dossier as every place sees it, with what the city alone knows. */
export interface DossierPage {
  readonly unit: string
  readonly dossier: Dossier
  /** When each act reached the city, by the act's name; UTC ms. */
  readonly arrivedAtByAct: Readonly<Record<string, string>>
  /** Names of the users its acts were written by, by id. */
  readonly userNames: Readonly<Record<string, string>>
  /** Desk names by device. */
  readonly deskNames: Readonly<Record<string, string>>
}

/** Undefined when this unit has no such dossier: the caller asks only for units the reader may see, and records the look (rule U3). */
export async function dossierPage(db: Pick<Db, 'query'>, unit: string, subject: string): Promise<DossierPage | undefined> {
  const rows = await db.query<{ name: string, line: string, received_at: string }>(
    'SELECT name, line, received_at FROM acts WHERE unit = $1 AND subject = $2', [unit, subject])
  const dossier = fold(rows.flatMap(({ line }) => actOf(line)))
  if (dossier === undefined) return undefined
  const [users, devices] = await Promise.all([
    db.query<{ id: string, name: string }>('SELECT id, name FROM users WHERE unit = $1', [unit]),
    db.query<{ device: string, desk: string }>('SELECT device, desk FROM devices WHERE unit = $1', [unit]),
  ])
  return {
    unit, dossier,
    arrivedAtByAct: Object.fromEntries(rows.map(row => [row.name, row.received_at])),
    userNames: Object.fromEntries(users.map(({ id, name }) => [id, name])),
    deskNames: Object.fromEntries(devices.map(({ device, desk }) => [device, desk])),
  }
}

function actOf(line: string): readonly Act[] {
  const read = readLine(line, sha256)
  return read.ok ? [upcast(read.value.act)] : []
}

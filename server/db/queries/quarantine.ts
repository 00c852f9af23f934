import type { City } from '../../city.ts'

/** Lines that may not enter a log, kept until somebody decides (rules S4, S5). */
export interface QuarantineRow {
  readonly id: string
  readonly device: string
  readonly unit: string | null
  readonly pushedBy: string
  /** A problem code of the protocol. */
  readonly reason: string
  readonly lineCount: number
  readonly receivedAt: string
  /** Null while nobody has decided. */
  readonly decision: null | { readonly decision: string, readonly note: string, readonly by: string, readonly at: string }
}

/** Undecided first, newest first, at most 500. */
export async function quarantineList(city: Pick<City, 'db' | 'record'>): Promise<readonly QuarantineRow[]> {
  const [decisions, devices] = await Promise.all([
    city.db.query<{ id: string, decision: string, note: string, decided_by: string, decided_at: string }>('SELECT * FROM quarantine_decisions'),
    city.db.query<{ device: string, unit: string }>('SELECT device, unit FROM devices'),
  ])
  const decisionById = new Map(decisions.map(({ id, decision, note, decided_by: by, decided_at: at }) => [id, { decision, note, by, at }]))
  const unitByDevice = new Map(devices.map(row => [row.device, row.unit]))
  const rows: QuarantineRow[] = []
  for await (const { id, device, pushedBy, reason, lines, receivedAt } of city.record.quarantined()) {
    const unit = unitByDevice.get(device) ?? unitByDevice.get(pushedBy) ?? null
    rows.push({ id, device, unit, pushedBy, reason, lineCount: lines.length, receivedAt, decision: decisionById.get(id) ?? null })
  }
  const undecided = (row: QuarantineRow): number => (row.decision === null ? 0 : 1)
  return rows.sort((one, other) => undecided(one) - undecided(other) || (one.receivedAt < other.receivedAt ? 1 : -1)).slice(0, 500)
}

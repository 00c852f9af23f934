import type { DossierState } from '../../shared/dossiers/dossier.ts'
import { queueOf } from '../../shared/dossiers/queue.ts'
import type { Tables } from './projection.ts'

/** What of a dossier's row is counted. */
export interface Counted {
  readonly state: string
  readonly received_on: string
  readonly due_on: string | null
  readonly dispute_count: number
}

/** Moves the counts by what changed: a page asks for a sum of days, never of dossiers. */
export async function countChanges(
  db: Tables, unit: string, changes: readonly { readonly before: Counted | undefined, readonly after: Counted }[],
): Promise<void> {
  const moved = new Map<string, number>()
  const move = (row: Counted, by: number): void => {
    for (const key of placesOf(row)) moved.set(key, (moved.get(key) ?? 0) + by)
  }
  for (const { before, after } of changes) {
    if (before !== undefined) move(before, -1)
    move(after, 1)
  }
  const entries = [...moved].filter(([, count]) => count !== 0).sort(([one], [other]) => (one < other ? -1 : 1))
  if (entries.length === 0) return
  const keys = entries.map(([key]) => key.split(' '))
  await db.query(`
    INSERT INTO dossier_counts (unit, measure, on_day, count) SELECT $1, * FROM unnest($2::text[], $3::text[], $4::integer[])
    ON CONFLICT (unit, measure, on_day) DO UPDATE SET count = dossier_counts.count + excluded.count`,
    [unit, keys.map(([measure = '']) => measure), keys.map(([, day = '']) => day), entries.map(([, count]) => count)])
  await db.query('DELETE FROM dossier_counts WHERE unit = $1 AND count = 0', [unit])
}

/** Under which measure and day a dossier counts: what a clerk would call open has a due day or none, and none while its clock stands. */
function placesOf({ state, received_on, due_on, dispute_count }: Counted): readonly string[] {
  const queue = queueOf({ state: state as DossierState })
  return [
    ...(queue === 'open' ? [`open ${due_on ?? ''}`] : queue === 'waiting' ? ['open '] : []),
    ...(state === 'guided' || state === 'refused' ? [] : [`received ${received_on}`]),
    ...(dispute_count > 0 ? ['disputed '] : []),
  ]
}

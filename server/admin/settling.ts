import { success, type Problem, type Result } from '../../shared/base/result.ts'
import type { City } from '../city.ts'
import { readState, writeActs, type Decided } from './city-log.ts'
import { OFFICE_LOG } from './office-log.ts'

/** The city came out of a backup and waits for what this unit's PCs hold of its own lines (rule S13). */
export interface Settling extends Problem {
  readonly code: 'city/settling'
}

/** Since when the city waits for this unit (UTC ms), or undefined; another process's word holds a second later. */
export async function settlingSince(city: City, unit: string): Promise<string | undefined> {
  const { restored } = await readState(city, OFFICE_LOG, FRESH_MS)
  return restored.at === null || restored.settled.has(unit) ? undefined : restored.at
}

/** Whether the city may not write to this unit's letterbox yet: a line written now could stand beside one a PC still holds. */
export async function settlingOf(city: City, unit: string): Promise<Settling | undefined> {
  return await settlingSince(city, unit) === undefined ? undefined : { code: 'city/settling' }
}

/** Says that the record is a backup's: from now on every unit's PCs are heard before anything is written to them. */
export async function noteRestored(city: City, reason: string): Promise<void> {
  await writeActs(city, OFFICE_LOG, 'city', (): Result<Decided<null>, never> =>
    success({ acts: [{ subject: 'record:city', kind: 'record/restored', body: { reason } }], value: null }))
}

/** The city waits for this unit no longer. */
export async function noteSettled(city: City, unit: string, reason: string): Promise<void> {
  await writeActs(city, OFFICE_LOG, 'city', ({ restored }): Result<Decided<null>, never> => success({
    acts: restored.at === null || restored.settled.has(unit) ? [] : [{ subject: `unit:${unit}`, kind: 'unit/settled', body: { unit, reason } }],
    value: null,
  }))
}

/** As fresh as everything else that is asked at each line. */
const FRESH_MS = 1000

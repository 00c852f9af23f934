import { PUBLIC_LOG } from '../../shared/offices/city-acts.ts'
import type { City } from '../city.ts'
import { readState, readStates, type CityLog } from './city-log.ts'
import { LETTERBOXES } from './letterbox.ts'
import { OFFICE_LOG } from './office-log.ts'
import type { Settling } from './settling.ts'

/** The city's public log, which every device follows (rule S2): decisions need nothing of what stands there. */
export const PUBLIC: CityLog<null, Settling> = { log: PUBLIC_LOG, fold: null, held: isAnyoneUnheard }

/** After a restore any PC may hold a newer line of it, so all units with PCs are heard first (rule S13). */
async function isAnyoneUnheard(city: City): Promise<Settling | undefined> {
  const { restored } = await readState(city, OFFICE_LOG)
  if (restored.at === null) return undefined
  const states = await readStates(city, LETTERBOXES, 0)
  const unheard = states.some(({ devices }) =>
    [...devices.values()].some(({ unit, revokedAt }) => revokedAt === null && !restored.settled.has(unit)))
  return unheard ? { code: 'city/settling' } : undefined
}

import { PUBLIC_LOG } from '../../shared/offices/city-acts.ts'
import type { CityLog } from './city-log.ts'

/** The city's public log, which every device follows (rule S2): decisions need nothing of what stands there. */
export const PUBLIC: CityLog<null> = { log: PUBLIC_LOG, fold: null }

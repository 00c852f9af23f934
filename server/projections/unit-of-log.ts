import { isCityLog } from '../../shared/acts/city-log.ts'
import { letterboxOf } from '../../shared/offices/city-acts.ts'
import { findDevice } from '../admin/find-device.ts'
import type { City } from '../city.ts'

/** The unit a log belongs to; '' for the city's own logs. */
export async function unitOfLog(city: City, log: string): Promise<string> {
  if (!isCityLog(log)) return (await findDevice(city, log))?.unit ?? ''
  const rest = log.slice(letterboxOf('').length)
  return /^\d{5}$/.test(rest) ? rest : ''
}

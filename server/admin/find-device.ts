import type { City } from '../city.ts'
import { readStates } from './city-log.ts'
import { LETTERBOXES, type AdmittedDevice } from './letterbox.ts'

/**
 * The device of this name, whichever unit it belongs to; undefined when the city never admitted it.
 *
 * Answers from memory while what it knows is at most a second old, so a revocation by another process holds a second later;
 * one it does not know is asked of the record at once, so an admission by another process holds at once.
 */
export async function findDevice(city: City, device: string): Promise<AdmittedDevice | undefined> {
  return await find(city, device, FRESH_MS) ?? await find(city, device, 0)
}

const FRESH_MS = 1000

async function find(city: City, device: string, maxAgeMs: number): Promise<AdmittedDevice | undefined> {
  for (const { devices } of await readStates(city, LETTERBOXES, maxAgeMs)) {
    const known = devices.get(device)
    if (known !== undefined) return known
  }
  return undefined
}

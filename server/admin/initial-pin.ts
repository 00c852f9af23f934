import { checkPin } from '../../shared/users/pin.ts'
import type { City } from '../city.ts'

/** Six digits of chance that nobody would try first (rule U2). */
export function makePin(randomBytes: City['randomBytes']): string {
  for (;;) {
    const number = Buffer.from(randomBytes(4)).readUInt32BE()
    const pin = String(number % 1_000_000).padStart(6, '0')
    if (number < FAIR && checkPin(pin).ok) return pin
  }
}

/** The largest multiple of a million in four bytes: above it some PINs would come more often. */
const FAIR = 4_294_000_000

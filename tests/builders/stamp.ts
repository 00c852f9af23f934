import type { Act, NewAct } from '../../shared/acts/act.ts'
import { CLOCK_START, compareClocks, nextClock } from '../../shared/acts/clock.ts'
import { seenOf } from '../../shared/acts/seen.ts'

/** A device that writes acts as the journal would, without a disk. Names are made up: nobody checks the chain here. */
export interface PretendDevice {
  /** Stamps and keeps; `seen` is what this device knows of the subject unless told. */
  readonly write: (acts: readonly NewAct[], at: string, options?: { readonly author?: string; readonly seen?: Act['seen'] }) => readonly Act[]
  /** Lines of another device arrive. */
  readonly learn: (acts: readonly Act[]) => void
  readonly acts: () => readonly Act[]
}

export function pretendDevice(device: string): PretendDevice {
  const known: Act[] = []
  let seq = 0
  let newest = CLOCK_START
  return {
    acts: () => known,
    learn: acts => {
      known.push(...acts)
      for (const { clock } of acts) if (compareClocks(clock, newest) > 0) newest = clock
    },
    write: (acts, at, { author = 'an', seen } = {}) => acts.map(act => {
      seq += 1
      newest = nextClock(Date.parse(at), newest)
      const stamped: Act = {
        ...act, name: nameOf(device, seq), device, seq, at, clock: newest, author,
        seen: seen ?? seenOf(known.filter(({ subject }) => subject === act.subject)),
      }
      known.push(stamped)
      return stamped
    }),
  }
}

/** Sixty-four hex digits that no other device and number make. */
function nameOf(device: string, seq: number): string {
  const bytes = [...`${device}#${String(seq)}`].map(character => character.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  return bytes.padEnd(64, '0').slice(-64)
}

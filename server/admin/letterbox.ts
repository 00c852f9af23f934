import { Value } from 'typebox/value'
import type { Act } from '../../shared/acts/act.ts'
import { CITY_BODIES, letterboxOf, type CityBodies } from '../../shared/offices/city-acts.ts'
import { deviceSubject } from '../../shared/offices/office-acts.ts'
import { trainingPlace } from '../../shared/training/training-place.ts'
import { units } from '../../shared/units/unit.ts'
import type { Heads } from '../../shared/sync/protocol.ts'
import type { City } from '../city.ts'
import type { CityLog, Resumed } from './city-log.ts'
import { settlingOf, type Settling } from './settling.ts'

/** A device as its letterbox knows it. */
export interface AdmittedDevice extends Omit<CityBodies['device/admitted'], 'continues'> {
  readonly continues: string | null
  readonly admittedAt: string
  readonly revokedAt: string | null
}

/** What decisions about a unit stand on. */
export interface LetterboxState {
  /** Everyone ever admitted, revoked ones too. */
  readonly devices: ReadonlyMap<string, AdmittedDevice>
  /** The newest head of each device the city has confirmed (rule S8). */
  readonly confirmed: Readonly<Heads>
  /** The city's acts on the unit's users. */
  readonly userActs: readonly Act[]
}

/** The city's log for one unit (rule S2). */
export function letterbox(unit: string): CityLog<LetterboxState, Settling> {
  return { ...openLetterbox(unit), held: city => settlingOf(city, unit) }
}

/** The same log for what must be written while the city still settles: what it lost. */
export function openLetterbox(unit: string): CityLog<LetterboxState> {
  const log = letterboxOf(unit)
  return { log, fold: { start: startLetterbox, admit: admitToLetterbox, resume: city => resumeLetterbox(city, log) } }
}

export function startLetterbox(): LetterboxState {
  return { devices: new Map(), confirmed: {}, userActs: [] }
}

/** Changes the state, which whoever reads it may not. */
export const admitToLetterbox: (state: LetterboxState, act: Act) => void = admit as (state: LetterboxState, act: Act) => void

/** A state as text, and back. */
export function freezeLetterbox({ devices, ...rest }: LetterboxState): string {
  return JSON.stringify({ ...rest, devices: [...devices] })
}

export function thawLetterbox(text: string): LetterboxState {
  const { devices, ...rest } = JSON.parse(text) as Omit<LetterboxState, 'devices'> & { readonly devices: readonly (readonly [string, AdmittedDevice])[] }
  return { ...rest, devices: new Map(devices) }
}

async function resumeLetterbox(city: Pick<City, 'db'>, log: string): Promise<Resumed<LetterboxState> | undefined> {
  const [row] = await city.db.query<{ seq: number, name: string, clock: string, state: string }>(
    'SELECT seq, name, clock, state FROM letterbox_states WHERE log = $1', [log])
  return row && { state: thawLetterbox(row.state), head: { seq: row.seq, name: row.name }, clock: row.clock }
}

/** Every letterbox there can be. */
export const LETTERBOXES: readonly CityLog<LetterboxState, Settling>[] =
  [trainingPlace.unit, ...units.map(({ code }) => code)].map(letterbox)

interface Growing {
  readonly devices: Map<string, AdmittedDevice>
  readonly confirmed: Heads
  readonly userActs: Act[]
}

function admit(state: Growing, act: Act): void {
  switch (act.kind) {
    case 'device/admitted': {
      if (!Value.Check(CITY_BODIES['device/admitted'], act.body)) return
      const { continues = null, ...body } = act.body
      state.devices.set(body.device, { ...body, continues, admittedAt: act.at, revokedAt: null })
      return
    }
    case 'device/revoked': {
      const device = act.subject.slice(deviceSubject('').length)
      const known = state.devices.get(device)
      if (known !== undefined) state.devices.set(device, { ...known, revokedAt: act.at })
      return
    }
    case 'confirmation/given':
      if (Value.Check(CITY_BODIES['confirmation/given'], act.body)) Object.assign(state.confirmed, act.body.heads)
      return
    case 'confirmation/withdrawn':
      if (!Value.Check(CITY_BODIES['confirmation/withdrawn'], act.body)) return
      for (const [device, head] of Object.entries(act.body.heads)) {
        if (head.seq < (state.confirmed[device]?.seq ?? 0)) state.confirmed[device] = head
      }
      return
    default:
      if (act.kind.startsWith('user/')) state.userActs.push(act)
  }
}

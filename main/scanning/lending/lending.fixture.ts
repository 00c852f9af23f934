import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { success, type Result } from '../../../shared/base/result.ts'
import type { DeviceKey } from '../../sealing/device-key.ts'
import { QUICK } from '../../lan/line.fixture.ts'
import type { Peer } from '../../lan/peers.ts'
import type { DriverProblem, RawPage, ScanEnd, Scanner, ScanWish } from '../drivers/driver.ts'
import { openLending, type Lending, type LendingParts } from './lending.ts'

export const SCANNER: Scanner = {
  id: 'pretend:one', name: 'Máy quét một', driver: 'pretend', sources: ['flatbed', 'feeder'], resolutions: [200, 300],
  reach: { feeder: { width: 216, height: 356 } },
}

export const WISH: ScanWish = { source: 'feeder', resolution: 200, colour: true, ownSettings: false }

/** A side that says whose it is. */
export function page(text: string): RawPage {
  return { bytes: Buffer.from(text), dpi: 200, side: 'front', isPhoto: false }
}

export function textOf({ bytes }: RawPage): string {
  return Buffer.from(bytes).toString('utf8')
}

/** Yields what lies in the feeder until it is empty. */
export async function* scanFeeder(feeder: RawPage[], signal?: AbortSignal): AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>> {
  for (let side = feeder.shift(); side !== undefined; side = feeder.shift()) {
    await new Promise(resolve => { setImmediate(resolve) })
    yield side
    if (signal?.aborted === true) return success({ reason: 'cancelled' })
  }
  return success({ reason: 'stack-empty' })
}

export interface MadeDesk {
  readonly lending: Lending
  readonly late: { readonly batch: string; readonly text: string; readonly name: string | undefined }[]
  readonly bugs: unknown[]
  readonly root: string
}

export async function openDesk(key: DeviceKey, peers: () => readonly Peer[], more: Partial<LendingParts> = {}): Promise<MadeDesk> {
  const root = more.root ?? mkdtempSync(join(tmpdir(), 'lending-'))
  const late: MadeDesk['late'] = []
  const bugs: unknown[] = []
  const lending = await openLending({
    root, key, desk: () => `Quầy ${key.device}`, peers, own: () => null,
    scan: () => scanFeeder([]), onLeft: () => undefined,
    take: ({ batch }, raw) => {
      late.push({ batch, text: textOf(raw), name: raw.name })
      return Promise.resolve()
    },
    now: () => Date.parse('2026-11-25T02:00:00.000Z'), randomBytes, report: error => { bugs.push(error) },
    ...more,
    tuning: { patience: QUICK, keepTurn: 2000, giveUp: 4000, collectEvery: 3_600_000, looksAround: false, port: 0, ...more.tuning },
  })
  return { lending, late, bugs, root }
}

import { failure, success, type Result } from '../../../shared/base/result.ts'
import type { ScannerTrouble } from '../../../shared/bridge/scan-problems.ts'
import { mostSides, type Driver, type DriverProblem, type RawPage, type Scanner, type ScanEnd, type ScanWish } from './driver.ts'

export interface PretendOptions {
  readonly name: string
  /** The side of that number, from 1, as one image; null when the stack is through. */
  readonly draw: (side: number, wish: ScanWish) => Promise<Uint8Array | null>
  /** What goes wrong before that side comes; asked anew in every run. */
  readonly troubleAt?: (side: number) => ScannerTrouble['code'] | null
}

const NAME = 'pretend'
const A4 = { width: 210, height: 297 }

/** A scanner of no metal: for practice in training, and for tests. Its sheets are drawn, its troubles are planned. */
export function pretendDriver({ name, draw, troubleAt = () => null }: PretendOptions): Driver {
  const scanner: Scanner = {
    id: `${NAME}:practice`, name, driver: NAME, sources: ['flatbed', 'feeder', 'duplex'], resolutions: [100, 150, 200, 300],
    reach: { flatbed: A4, feeder: A4, duplex: A4 },
  }

  async function* scan(_: Scanner, wish: ScanWish, signal: AbortSignal): AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>> {
    for (let side = 1; ; side += 1) {
      if (signal.aborted) return success({ reason: 'cancelled' })
      const sheets = wish.source === 'duplex' ? Math.floor((side - 1) / 2) : side - 1
      const code = troubleAt(side)
      if (code !== null) return failure({ code, scanner: name, sheets })
      const bytes = await draw(side, wish)
      if (bytes === null) return sheets > 0 ? success({ reason: 'stack-empty' }) : failure({ code: 'scan/no-paper', scanner: name, sheets })
      yield { bytes, dpi: wish.resolution, side: wish.source === 'duplex' && side % 2 === 0 ? 'back' : 'front', isPhoto: false }
      if (side === mostSides(wish)) return success({ reason: 'one-page' })
    }
  }

  return { name: NAME, list: () => Promise.resolve(success([scanner])), scan }
}

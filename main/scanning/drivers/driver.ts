import type { Result } from '../../../shared/base/result.ts'
import type { PictureTrouble, ScannerTrouble } from '../../../shared/bridge/scan-problems.ts'
import type { ScanSource } from '../../../shared/bridge/scanning-api.ts'

/** One way to a scanner; one file each, listed in `drivers.ts`, and none knows another. */
export interface Driver {
  readonly name: string
  /** What stands here now; none is no problem. Takes seconds: never on the way to a scan. */
  readonly list: (signal: AbortSignal) => Promise<Result<readonly Scanner[], DriverProblem>>
  /**
   * Yields each side as it comes and asks for the next one only when that was taken, so what was yielded is on disk (rule J5).
   *
   * Aborting the signal ends it at the sheet it is at, with what came; the device is left free in every case.
   */
  readonly scan: (scanner: Scanner, wish: ScanWish, signal: AbortSignal) => AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>>
  /**
   * Whether what stopped a run is over, as far as the device says so by itself; asks what is cheap and moves no paper.
   *
   * Left out where a device says nothing between two runs.
   */
  readonly isOver?: (code: DriverProblem['code'], scanner: Scanner, source: ScanSource, signal: AbortSignal) => Promise<boolean>
}

export interface Scanner {
  /** Unique among all drivers and the same after a restart: `<driver>:<what the driver calls it>`. */
  readonly id: string
  readonly name: string
  readonly driver: string
  readonly sources: readonly ScanSource[]
  /** Dots an inch, rising. */
  readonly resolutions: readonly number[]
  /** Millimetres the device can reach, by source. */
  readonly reach: Readonly<Partial<Record<ScanSource, { readonly width: number, readonly height: number }>>>
  /** The desk that lends it; left out when it is this PC's own. */
  readonly lentBy?: string
}

export interface ScanWish {
  readonly source: ScanSource
  /** Clamped by the driver to what the device can. */
  readonly resolution: number
  /** Grey where colour costs time; black-and-white is made by us, never by a device. */
  readonly colour: boolean
  /** Ask for nothing and take what comes. */
  readonly ownSettings: boolean
  /** The batch the sides go to; who lends a scanner keeps it with what did not arrive, so that it comes back to that batch. */
  readonly batch?: string
  /** No more than so many: what lies behind them stays in the feeder. The others who wait are told of it. */
  readonly sheets?: number
  /** Another desk has the scanner; null when its turn has come. */
  readonly onWait?: (waiting: Waiting | null) => void
}

export interface Waiting {
  /** The desk that has it now. */
  readonly by: string
  readonly sheetsLeft: number | null
}

/** So many sides and no more, by the wish; undefined while nobody can know. */
export function mostSides({ source, sheets }: ScanWish): number | undefined {
  if (source === 'flatbed') return 1
  return sheets === undefined ? undefined : sheets * (source === 'duplex' ? 2 : 1)
}

/** A side as the device gave it, whole: PNM, JPEG, PNG, TIFF, WebP or BMP, one image. */
export interface RawPage {
  readonly bytes: Uint8Array
  /** Dots an inch; null when unknown, as of photographs. */
  readonly dpi: number | null
  readonly side: 'front' | 'back'
  /** A photograph of a sheet, to be cut out of its surroundings. */
  readonly isPhoto: boolean
  /** Of a side that may be given twice after a cut: what is kept under this name already is not kept again. */
  readonly name?: string
}

export interface ScanEnd {
  readonly reason: 'stack-empty' | 'one-page' | 'cancelled'
}

/** `sheets` counts what this run yielded. */
export type DriverProblem = ScannerTrouble | PictureTrouble

import type { Result } from '../../../shared/base/result.ts'
import type { PictureTrouble } from '../../../shared/bridge/scan-problems.ts'

/** Turns sides as they came into pages, outside of the program; two at once, in no order. */
export interface Pipeline {
  /** Problems: `picture/…`; the file `path` stays as it is in every case. */
  readonly clean: (raw: RawSide, signal?: AbortSignal) => Promise<Result<CleanPage, PictureTrouble>>
  readonly close: () => Promise<void>
}

export interface RawSide {
  /** Of the file on disk that holds one image. */
  readonly path: string
  readonly dpi: number | null
  readonly isPhoto: boolean
  /** Clockwise, asked for by a person, on top of what the program finds out by itself. */
  readonly turn: 0 | 90 | 180 | 270
}

export interface CleanPage {
  /** One page of PDF/A-1b: what is kept, named and sent. The same input gives the same bytes. */
  readonly pdf: Uint8Array
  /** WebP, 900 pixels high at most; can be made again from the PDF at any time. */
  readonly preview: Uint8Array
  readonly coding: 'black-white' | 'patches' | 'colour'
  /** Likely a blank side: set aside, never deleted. */
  readonly isBlank: boolean
  readonly isFaint: boolean
  /** Degrees it was turned back by. */
  readonly skew: number
  readonly width: number
  /** Millimetres. */
  readonly height: number
  /** Texts of the QR codes on it, as read. */
  readonly codes: readonly string[]
}

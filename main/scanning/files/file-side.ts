import type { PictureTrouble } from '../../../shared/bridge/scan-problems.ts'

/** One page of a file, as one image a page can be made of. */
export interface FileSide {
  readonly bytes: Uint8Array
  /** Dots an inch; null when the file does not say, or says what no scanner would. */
  readonly dpi: number | null
  readonly isPhoto: boolean
}

/** Why a file gave no page, or not all of them. */
export type FileTrouble = PictureTrouble['code']

/** Yields the pages of one file; the end says what was wrong with it, or null. */
export type FileSides = AsyncGenerator<FileSide, FileTrouble | null>

/** More than any office scans at once, and little enough that a hostile file cannot fill the memory or the disk. */
export const MOST_BYTES = 200 * 2 ** 20
export const MOST_PAGES = 500
/** A photograph of the largest phones. */
export const MOST_PIXELS = 110_000_000

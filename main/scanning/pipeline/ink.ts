import { findBlobs } from './blobs.ts'
import type { Picture } from './picture.ts'

export interface Ink {
  /** Likely a blank side. A person decides: it is only set aside. */
  readonly isBlank: boolean
  /** Strokes so pale that the ordinary threshold would lose them: a pencil note, a worn carbon copy. */
  readonly isFaint: boolean
}

/** On whitened dots: about a tenth darker than the paper. */
const DARK = 240
const BLANK_SHARE = 0.0005
/** Dust lies in specks; a stroke of a pen holds together. */
const LONGEST_DUST = 20
/** The rim where lids and edges throw their shadows. */
const RIM = 0.025
/** A blob without one dot darker than this has no printed stroke in it. */
const PALEST_PRINT = 185
const SMALLEST_STROKE = 6
const FAINT_SHARE = 0.0002

/** Judges the ink on a whitened picture of quarter size, in any colour. */
export function judgeInk(quarter: Picture): Ink {
  const { width, height } = quarter
  const values = darkestChannel(quarter)
  const mask = new Uint8Array(values.length)
  const [rimX, rimY] = [Math.ceil(width * RIM), Math.ceil(height * RIM)]
  for (let y = rimY; y < height - rimY; y += 1) {
    for (let x = rimX, at = y * width + rimX; x < width - rimX; x += 1, at += 1) mask[at] = values[at]! < DARK ? 1 : 0
  }
  const blobs = findBlobs(mask, width, height, values)
  const dark = blobs.reduce((sum, { area }) => sum + area, 0)
  const largest = blobs.reduce((most, { area }) => Math.max(most, area), 0)
  const pale = blobs.filter(blob => blob.darkest > PALEST_PRINT && blob.area >= SMALLEST_STROKE).reduce((sum, { area }) => sum + area, 0)
  const isBlank = dark < BLANK_SHARE * values.length && largest < LONGEST_DUST
  return { isBlank, isFaint: !isBlank && pale >= FAINT_SHARE * values.length }
}

function darkestChannel({ channels, pixels }: Picture): Uint8Array {
  if (channels === 1) return pixels
  const values = new Uint8Array(pixels.length / 3)
  for (let i = 0, from = 0; i < values.length; i += 1, from += 3) {
    values[i] = Math.min(pixels[from]!, pixels[from + 1]!, pixels[from + 2]!)
  }
  return values
}

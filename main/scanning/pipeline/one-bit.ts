import { findBlobs } from './blobs.ts'
import type { GreyPicture } from './picture.ts'
import { threshold } from './threshold.ts'

/** Of Sauvola's threshold: a stroke must be a fifth darker than its surroundings. */
const K = 0.2
/** A smoothed stroke that is nowhere darker than this was never printed black. */
const PALE = 140
/** How much contrast a pencil beside print is given, and how much a worn copy at most. */
const PENCIL = 2.2
const MOST = 4
/** The ink of a worn copy is brought to this: dark, and its grain not yet black. */
const INK = 70
/** So much of a page is ink at least. */
const INK_SHARE = 0.003

/** Black (1) or white for each pixel of a whitened grey picture; single dots with nothing beside them are dust and go. */
export function toOneBit(grey: GreyPicture, isFaint: boolean): Uint8Array {
  const black = isFaint ? withFaintStrokes(grey) : threshold(grey, K)
  sweepSingleDots(black, grey.width, grey.height)
  return black
}

/** A worn copy is faint as a whole; beside print, only strokes that are pale all along are added and print keeps its shape. */
function withFaintStrokes(grey: GreyPicture): Uint8Array {
  const smoothed = smooth(grey)
  const ink = inkOf(smoothed.pixels)
  if (ink >= PALE) return threshold(strengthen(smoothed, Math.min(MOST, (255 - INK) / Math.max(1, 255 - ink))), K)
  const black = threshold(grey, K)
  const labels = new Uint32Array(black.length)
  const strokes = findBlobs(threshold(strengthen(smoothed, PENCIL), K), grey.width, grey.height, smoothed.pixels, labels)
  for (let at = 0; at < black.length; at += 1) {
    const label = labels[at]!
    if (label > 0 && strokes[label - 1]!.darkest >= PALE) black[at] = 1
  }
  return black
}

function inkOf(pixels: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const value of pixels) counts[value]! += 1
  let seen = 0
  return counts.findIndex(count => (seen += count) >= INK_SHARE * pixels.length)
}

/** Every tone so many times as far from white. */
function strengthen(grey: GreyPicture, by: number): GreyPicture {
  const tones = Uint8Array.from({ length: 256 }, (_, value) => Math.max(0, Math.round(255 - (255 - value) * by)))
  return { ...grey, pixels: grey.pixels.map(value => tones[value]!) }
}

/** Rows padded to whole bytes, the most significant bit first. */
export function packBits(black: Uint8Array, width: number, height: number): Uint8Array {
  const rowBytes = Math.ceil(width / 8)
  const bits = new Uint8Array(rowBytes * height)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) if (black[at] === 1) bits[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7)
  }
  return bits
}

/** Weighs 1-2-1 both ways: the grain of the paper goes down by more than the strokes of a pencil. */
function smooth(grey: GreyPicture): GreyPicture {
  const { width, height, pixels } = grey
  const rows = new Uint16Array(pixels.length)
  const smoothed = new Uint8Array(pixels)
  for (let at = 1; at < pixels.length - 1; at += 1) rows[at] = pixels[at - 1]! + 2 * pixels[at]! + pixels[at + 1]!
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1, end = (y + 1) * width - 1; at < end; at += 1) {
      smoothed[at] = (rows[at - width]! + 2 * rows[at]! + rows[at + width]! + 8) >> 4
    }
  }
  return { ...grey, pixels: smoothed }
}

function sweepSingleDots(black: Uint8Array, width: number, height: number): void {
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1, end = (y + 1) * width - 1; at < end; at += 1) {
      if (black[at] === 0 || black[at - 1] === 1 || black[at + 1] === 1) continue
      const above = at - width
      const below = at + width
      const around = black[above - 1]! | black[above]! | black[above + 1]! | black[below - 1]! | black[below]! | black[below + 1]!
      if (around === 0) black[at] = 0
    }
  }
}

import { findBlobs } from './blobs.ts'
import type { Area, Picture } from './picture.ts'

export type Coding =
  | { readonly kind: 'black-white' }
  /** Areas of the quarter-size picture that keep their colour. */
  | { readonly kind: 'patches', readonly areas: readonly Area[] }
  | { readonly kind: 'colour' }

/** Shares of coloured dots: below the first there is only black ink, above the second the colour is everywhere. */
const FEW_COLOURED = 0.0008
const MANY_COLOURED = 0.01
/** Between the strongest and the weakest channel. */
const COLOURED = 38
/** A seal's red is kept even where only its edge is on the page: so many dots, 6 mm². */
const SMALLEST_RED = 24
const RED = 55
/** Of the page; more is cheaper as one picture. */
const MOST_PATCHED = 0.4
const MOST_PATCHES = 24
/** In quarter-size dots, about 2 mm: the strokes of one signature are one patch. */
const NEAR = 4

/** What the whitened picture of quarter size asks for: one bit a pixel, coloured patches on it, or a colour picture. */
export function chooseCoding(quarter: Picture): Coding {
  const { width, height } = quarter
  const dots = width * height
  const { coloured, red } = markColours(quarter)
  const blobs = findBlobs(coloured, width, height).filter(({ area }) => area > 2)
  const count = blobs.reduce((sum, { area }) => sum + area, 0)
  const tones = markTones(quarter)
  const toned = tones.reduce((sum, value) => sum + value, 0)
  if (count > MANY_COLOURED * dots || toned > MANY_TONED * dots) return { kind: 'colour' }

  const hasRed = findBlobs(red, width, height).some(({ area }) => area >= SMALLEST_RED)
  const hasColour = count >= FEW_COLOURED * dots || hasRed
  const hasTones = toned >= FEW_TONED * TONE_CELL * TONE_CELL
  if (!hasColour && !hasTones) return { kind: 'black-white' }
  const kept = new Uint8Array(dots)
  for (let at = 0; at < dots; at += 1) kept[at] = (hasColour ? coloured[at]! : 0) | (hasTones ? tones[at]! : 0)
  const areas = joinNear(findBlobs(kept, width, height).filter(({ area }) => area > 2), width, height)
  const patched = areas.reduce((sum, area) => sum + area.width * area.height, 0)
  return areas.length > MOST_PATCHES || patched > MOST_PATCHED * dots ? { kind: 'colour' } : { kind: 'patches', areas }
}

function markColours({ channels, pixels, width, height }: Picture): { readonly coloured: Uint8Array, readonly red: Uint8Array } {
  const coloured = new Uint8Array(width * height)
  const red = new Uint8Array(width * height)
  if (channels === 1) return { coloured, red }
  for (let at = 0, from = 0; at < coloured.length; at += 1, from += 3) {
    const [r, g, b] = [pixels[from]!, pixels[from + 1]!, pixels[from + 2]!]
    if (Math.max(r, g, b) - Math.min(r, g, b) <= COLOURED) continue
    coloured[at] = 1
    if (r - g > RED && r - b > RED) red[at] = 1
  }
  return { coloured, red }
}

/** About 4 mm: between the lines of a text there is white in every such cell, in a photograph there is none. */
const TONE_CELL = 8
const BRIGHTEST_TONE = 200
const DARKEST_TONE = 50
/** Cells: a passport photograph has fifty. */
const FEW_TONED = 12
const MANY_TONED = 0.1

/** Marks the cells of photographs and other even tones, which one bit a pixel would turn into noise. */
function markTones({ width, height, channels, pixels }: Picture): Uint8Array {
  const marked = new Uint8Array(width * height)
  for (let top = 0; top + TONE_CELL <= height; top += TONE_CELL) {
    for (let left = 0; left + TONE_CELL <= width; left += TONE_CELL) {
      let [brightest, sum] = [0, 0]
      for (let y = top; y < top + TONE_CELL; y += 1) {
        for (let at = (y * width + left) * channels, end = at + TONE_CELL * channels; at < end; at += 1) {
          const value = pixels[at]!
          sum += value
          if (value > brightest) brightest = value
        }
      }
      const isTone = brightest < BRIGHTEST_TONE && sum > DARKEST_TONE * TONE_CELL * TONE_CELL * channels
      for (let y = top; isTone && y < top + TONE_CELL; y += 1) marked.fill(1, y * width + left, y * width + left + TONE_CELL)
    }
  }
  return marked
}

/** Widens each blob a little and joins those that then overlap, until none does. */
function joinNear(blobs: readonly { left: number, top: number, right: number, bottom: number }[], width: number, height: number): Area[] {
  const boxes: { left: number, top: number, right: number, bottom: number }[] = []
  for (const blob of blobs) {
    let box = {
      left: Math.max(0, blob.left - NEAR),
      top: Math.max(0, blob.top - NEAR),
      right: Math.min(width - 1, blob.right + NEAR),
      bottom: Math.min(height - 1, blob.bottom + NEAR),
    }
    for (let i = 0; i < boxes.length;) {
      const other = boxes[i]!
      if (other.left > box.right || other.right < box.left || other.top > box.bottom || other.bottom < box.top) {
        i += 1
        continue
      }
      box = {
        left: Math.min(box.left, other.left),
        top: Math.min(box.top, other.top),
        right: Math.max(box.right, other.right),
        bottom: Math.max(box.bottom, other.bottom),
      }
      boxes.splice(i, 1)
      i = 0
    }
    boxes.push(box)
  }
  return boxes.map(({ left, top, right, bottom }) => ({ left, top, width: right - left + 1, height: bottom - top + 1 }))
}

import type { GreyPicture } from '../pipeline/picture.ts'

/** A dark spot that touches no other: its middle, its box, and how many pixels of it are dark. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly area: number
}

/** Every spot darker than what surrounds it, however faint the print or deep the shadow. */
export function darkSpots(image: GreyPicture): readonly Spot[] {
  const dark = darkerThanAround(image)
  const spots: Spot[] = []
  for (let start = 0; start < dark.length; start += 1) if (dark[start] === 1) spots.push(takeSpot(dark, image.width, start))
  return spots
}

/** A fifteenth of the page around each pixel: wider than a square and its gap. */
const AROUND = 15
/** Of the brightness around, at least so much must be missing. */
const DARKER = 0.07

function darkerThanAround({ width, height, pixels }: GreyPicture): Uint8Array {
  const sums = sumTable(pixels, width, height)
  const reach = Math.round(Math.max(width, height) / AROUND / 2)
  const dark = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
      const row = width + 1
      const sum = sums[bottom * row + right]! - sums[top * row + right]! - sums[bottom * row + left]! + sums[top * row + left]!
      const mean = sum / ((bottom - top) * (right - left))
      dark[y * width + x] = pixels[y * width + x]! < mean * (1 - DARKER) ? 1 : 0
    }
  }
  return dark
}

/** Sums of everything above and to the left, with an empty first row and column. */
function sumTable(pixels: Uint8Array, width: number, height: number): Float64Array {
  const row = width + 1
  const sums = new Float64Array(row * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let line = 0
    for (let x = 0; x < width; x += 1) {
      line += pixels[y * width + x]!
      sums[(y + 1) * row + x + 1] = sums[y * row + x + 1]! + line
    }
  }
  return sums
}

/** The spot that `start` belongs to, wiped out while it is walked. */
function takeSpot(dark: Uint8Array, width: number, start: number): Spot {
  let [left, right, top, bottom, area] = [width, 0, dark.length, 0, 0]
  const open = [start]
  dark[start] = 0
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const x = at % width
    const y = (at - x) / width
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
    area += 1
    const besides = [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]
    for (const next of besides) {
      if (next < 0 || dark[next] !== 1) continue
      dark[next] = 0
      open.push(next)
    }
  }
  return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left + 1, height: bottom - top + 1, area }
}

import type { GreyPicture } from './picture.ts'

/** Across a window of about 4 mm: wider than a stroke, narrower than a shadow. */
const WINDOW_INCHES = 0.16
/** Sauvola's R: half the range of the brightness. */
const RANGE = 128

/**
 * Black or white by the surroundings of each pixel (Sauvola and Pietikäinen 2000): below `mean × (1 − k × (1 − deviation / 128))` is black.
 *
 * A smaller `k` keeps fainter strokes and more of the paper's own texture. One byte a pixel comes back, 1 is black.
 */
export function threshold({ width, height, pixels, dpi }: GreyPicture, k: number): Uint8Array {
  const reach = Math.max(2, Math.round(WINDOW_INCHES * dpi / 2))
  const black = new Uint8Array(width * height)
  const sums = new Int32Array(width)
  const squares = new Int32Array(width)
  const add = (y: number, sign: 1 | -1): void => {
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      const value = pixels[at]!
      sums[x]! += sign * value
      squares[x]! += sign * value * value
    }
  }

  for (let y = 0; y < Math.min(reach, height); y += 1) add(y, 1)
  for (let y = 0; y < height; y += 1) {
    if (y + reach < height) add(y + reach, 1)
    if (y - reach > 0) add(y - reach - 1, -1)
    const rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1
    let sum = 0
    let square = 0
    for (let x = 0; x < Math.min(reach, width); x += 1) {
      sum += sums[x]!
      square += squares[x]!
    }
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      if (x + reach < width) {
        sum += sums[x + reach]!
        square += squares[x + reach]!
      }
      if (x - reach > 0) {
        sum -= sums[x - reach - 1]!
        square -= squares[x - reach - 1]!
      }
      const count = rows * (Math.min(width - 1, x + reach) - Math.max(0, x - reach) + 1)
      // Nothing as bright as its surroundings is black, and most of a sheet is that bright: the rest need not be asked.
      if (pixels[at]! * count >= sum) continue
      const mean = sum / count
      const deviation = Math.sqrt(Math.max(0, square / count - mean * mean))
      if (pixels[at]! < mean * (1 - k * (1 - deviation / RANGE))) black[at] = 1
    }
  }
  return black
}

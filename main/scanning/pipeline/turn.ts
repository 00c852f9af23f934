import type { Picture } from './picture.ts'

/** Clockwise. */
export type QuarterTurn = 0 | 90 | 180 | 270

/** Turns by whole quarters: every pixel is kept as it is. */
export function turn<P extends Picture>(picture: P, by: QuarterTurn): P {
  if (by === 0) return picture
  const { width, height, channels, pixels } = picture
  const turned = new Uint8Array(pixels.length)
  const wide = by === 180 ? width : height
  // Where in the source the first pixel lies, and how far its neighbours to the right and below are.
  const [first, right, below] = by === 90
    ? [(height - 1) * width, -width, 1]
    : by === 180 ? [width * height - 1, -1, -width] : [width - 1, width, -1]
  for (let row = 0, to = 0; row < width * height / wide; row += 1) {
    for (let column = 0, from = (first + row * below) * channels; column < wide; column += 1, from += right * channels, to += channels) {
      for (let channel = 0; channel < channels; channel += 1) turned[to + channel] = pixels[from + channel]!
    }
  }
  return { ...picture, width: wide, height: width * height / wide, pixels: turned }
}

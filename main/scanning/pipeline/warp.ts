import type { Picture } from './picture.ts'

/** From a place in the result to the place in the source, row by row: [a b c; d e f; g h 1], both in pixels whose centres are at halves. */
export type Warp = readonly [number, number, number, number, number, number, number, number]

export const UNMOVED: Warp = [1, 0, 0, 0, 1, 0, 0, 0]

export interface Size {
  readonly width: number
  readonly height: number
}

/** Draws the picture anew, each pixel from the four nearest of its source; what lies outside is as what lies nearest inside. */
export function warp<P extends Picture>(picture: P, [a, b, c, d, e, f, g, h]: Warp, { width, height }: Size): P {
  const { channels, pixels } = picture
  const [lastX, lastY] = [picture.width - 1, picture.height - 1]
  const stride = picture.width * channels
  const drawn = new Uint8Array(width * height * channels)
  const isFlat = g === 0 && h === 0
  for (let row = 0, to = 0; row < height; row += 1) {
    const y = row + 0.5
    const [shiftX, shiftY, shiftDepth] = [b * y, e * y, h * y]
    for (let column = 0; column < width; column += 1, to += channels) {
      const x = column + 0.5
      const depth = isFlat ? 1 : 1 / (g * x + shiftDepth + 1)
      const fromX = (a * x + shiftX + c) * depth - 0.5
      const fromY = (d * x + shiftY + f) * depth - 0.5
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      if (left < 0 || top < 0 || left >= lastX || top >= lastY) {
        const at = clamp(top, lastY) * stride + clamp(left, lastX) * channels
        for (let channel = 0; channel < channels; channel += 1) drawn[to + channel] = pixels[at + channel]!
        continue
      }
      const right = fromX - left
      const below = fromY - top
      const at = top * stride + left * channels
      for (let i = at, dot = to; i < at + channels; i += 1, dot += 1) {
        const upper = pixels[i]! + (pixels[i + channels]! - pixels[i]!) * right
        const lower = pixels[i + stride]! + (pixels[i + stride + channels]! - pixels[i + stride]!) * right
        drawn[dot] = upper + (lower - upper) * below + 0.5
      }
    }
  }
  return { ...picture, width, height, pixels: drawn }
}

/** First `inner`, from the result towards its source, then `outer`, from there to the picture. */
export function combine(outer: Warp, inner: Warp): Warp {
  const product = [0, 1, 2].flatMap(row => [0, 1, 2].map(column =>
    [0, 1, 2].reduce((sum, i) => sum + at(outer, row, i) * at(inner, i, column), 0)))
  const scale = product[8]!
  const [a, b, c, d, e, f, g, h] = product.map(value => value / scale)
  return [a!, b!, c!, d!, e!, f!, g!, h!]
}

/** The same movement for pictures smaller by a factor. */
export function forShrunk([a, b, c, d, e, f, g, h]: Warp, by: number): Warp {
  return [a, b, c / by, d, e, f / by, g * by, h * by]
}

/** Turns clockwise writing back by so many degrees around the middle of a picture that keeps its size. */
export function turnBack(degrees: number, { width, height }: Size): Warp {
  const [sin, cos] = [Math.sin(degrees * Math.PI / 180), Math.cos(degrees * Math.PI / 180)]
  const [x, y] = [width / 2, height / 2]
  return [cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0, 0]
}

function at(matrix: Warp, row: number, column: number): number {
  return row === 2 && column === 2 ? 1 : matrix[row * 3 + column]!
}

function clamp(value: number, most: number): number {
  return value < 0 ? 0 : value > most ? most : value
}

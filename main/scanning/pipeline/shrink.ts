import type { Picture } from './picture.ts'

/** The means of squares of `by` × `by` pixels: what is left over at the right and below is dropped. */
export function shrink<P extends Picture>(picture: P, by: number): P {
  if (by === 1) return picture
  const { channels, pixels } = picture
  const width = Math.max(1, Math.floor(picture.width / by))
  const height = Math.max(1, Math.floor(picture.height / by))
  const tall = Math.min(by, picture.height)
  const wide = Math.min(by, picture.width)
  const small = new Uint8Array(width * height * channels)
  const sums = new Uint32Array(width * channels)
  const stride = picture.width * channels
  for (let y = 0; y < height; y += 1) {
    sums.fill(0)
    for (let row = y * by, last = row + tall; row < last; row += 1) addRow(pixels, row * stride, sums, wide, channels)
    for (let i = 0, to = y * width * channels; i < sums.length; i += 1, to += 1) small[to] = sums[i]! / (wide * tall) + 0.5
  }
  return { ...picture, width, height, pixels: small, dpi: picture.dpi / by }
}

function addRow(pixels: Uint8Array, start: number, sums: Uint32Array, by: number, channels: 1 | 3): void {
  let from = start
  if (channels === 1) {
    for (let i = 0; i < sums.length; i += 1) {
      let sum = 0
      for (const end = from + by; from < end; from += 1) sum += pixels[from]!
      sums[i]! += sum
    }
    return
  }
  for (let i = 0; i < sums.length; i += 3) {
    let red = 0
    let green = 0
    let blue = 0
    for (const end = from + by * 3; from < end; from += 3) {
      red += pixels[from]!
      green += pixels[from + 1]!
      blue += pixels[from + 2]!
    }
    sums[i]! += red
    sums[i + 1]! += green
    sums[i + 2]! += blue
  }
}

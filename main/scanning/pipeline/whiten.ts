import type { Background } from './background.ts'
import type { Area, Picture } from './picture.ts'

/** What is within this share of the paper's brightness is paper: its texture goes, a pencil stays. */
const WHITE_FROM = 0.955

/**
 * Divides each pixel by the paper under it, so that bare paper is white everywhere and ink keeps its colour.
 *
 * Gives the named area alone, or the whole picture.
 */
export function whiten<P extends Picture>(picture: P, background: Background, area: Area = wholeOf(picture)): P {
  const { channels, pixels } = picture
  const { columns, rows, values } = background
  const white = new Uint8Array(area.width * area.height * channels)
  const gains = new Float32Array((columns + 1) * channels)
  let at = 0
  for (let y = area.top; y < area.top + area.height; y += 1) {
    const down = clamp((y + 0.5) / picture.height * background.down - 0.5, rows - 1)
    const upper = Math.floor(down)
    const lower = Math.min(rows - 1, upper + 1)
    for (let i = 0; i < columns * channels; i += 1) {
      const [above, below] = [values[upper * columns * channels + i]!, values[lower * columns * channels + i]!]
      gains[i] = WHITE / Math.max(DARKEST_PAPER, mix(above, below, down - upper))
    }
    gains.copyWithin(columns * channels, (columns - 1) * channels, columns * channels)
    let source = (y * picture.width + area.left) * channels
    for (let x = area.left; x < area.left + area.width; x += 1) {
      const across = clamp((x + 0.5) / picture.width * background.across - 0.5, columns - 1)
      const left = Math.floor(across)
      const share = across - left
      for (let channel = 0, from = left * channels; channel < channels; channel += 1, at += 1, source += 1, from += 1) {
        const value = pixels[source]! * mix(gains[from]!, gains[from + channels]!, share) + 0.5
        white[at] = value > 255 ? 255 : value
      }
    }
  }
  return { ...picture, width: area.width, height: area.height, pixels: white }
}

function wholeOf({ width, height }: Picture): Area {
  return { left: 0, top: 0, width, height }
}

/** Paper is never darker: nothing is made brighter than this allows. */
const DARKEST_PAPER = 16
const WHITE = 255 / WHITE_FROM

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share
}

function clamp(value: number, most: number): number {
  return value < 0 ? 0 : value > most ? most : value
}

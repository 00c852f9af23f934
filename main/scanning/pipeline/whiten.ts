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
  const { from, share } = placesAcross(picture, background, area)
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
    for (let x = 0; x < area.width; x += 1) {
      const part = share[x]!
      for (let gain = from[x]!, end = gain + channels; gain < end; gain += 1, at += 1, source += 1) {
        const value = pixels[source]! * mix(gains[gain]!, gains[gain + channels]!, part) + 0.5
        white[at] = value > 255 ? 255 : value
      }
    }
  }
  return { ...picture, width: area.width, height: area.height, pixels: white }
}

interface PlacesAcross {
  /** In the gains: the cell at the left of each column of dots. */
  readonly from: Uint32Array
  /** How far the column is on its way to the next cell. */
  readonly share: Float64Array
}

/** Once, not for every row: the same for all of them. */
function placesAcross({ width, channels }: Picture, { columns, across }: Background, area: Area): PlacesAcross {
  const places = { from: new Uint32Array(area.width), share: new Float64Array(area.width) }
  for (let x = 0; x < area.width; x += 1) {
    const place = clamp((area.left + x + 0.5) / width * across - 0.5, columns - 1)
    places.from[x] = Math.floor(place) * channels
    places.share[x] = place - Math.floor(place)
  }
  return places
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

import type { GreyPicture } from './picture.ts'
import { findSkew, type Skew } from './skew.ts'
import { turn, type QuarterTurn } from './turn.ts'

export interface Upright {
  /** To be turned by, clockwise, before anything else. */
  readonly turn: QuarterTurn
  /** Of the writing after that turn. */
  readonly skew: Skew
}

/** Lines of writing that must speak, and the share of them that must agree. */
const FEWEST_LINES = 8
const AGREEMENT = 0.85
/** Writing that lines up so much better along the other way lies on its side. */
const ON_ITS_SIDE = 1.6
const SURE = 12

/**
 * Finds which way up the writing is, when enough of its lines agree: Vietnamese reaches above its lines far more often than below.
 *
 * Wants a whitened picture of about half a scan's size. In doubt nothing is turned.
 */
export function findUpright(half: GreyPicture): Upright {
  const asIs = findSkew(half)
  const lying = turn(half, 90)
  const sideways = findSkew(lying)
  if (sideways.confidence > SURE && sideways.confidence > ON_ITS_SIDE * asIs.confidence) {
    const way = headsOf(lying, sideways)
    if (way !== 'unknown') return { turn: way === 'up' ? 90 : 270, skew: sideways }
  }
  const isUpsideDown = asIs.confidence > SURE && headsOf(half, asIs) === 'down'
  return { turn: isUpsideDown ? 180 : 0, skew: asIs }
}

const DARK = 150

/** Compares the ink above and below the body of each line, at the angle the lines have. */
function headsOf(half: GreyPicture, { degrees }: Skew): 'up' | 'down' | 'unknown' {
  const rows = profileAt(half, degrees)
  const floor = 0.06 * [...rows].sort((a, b) => a - b)[Math.floor(rows.length * 0.95)]!
  let [up, down] = [0, 0]
  for (let start = 0; start < rows.length;) {
    let end = start
    while (end < rows.length && rows[end]! > floor) end += 1
    const vote = voteOf(rows.subarray(start, end), half.dpi)
    if (vote > 0) up += 1
    if (vote < 0) down += 1
    start = end + 1
  }
  if (up + down < FEWEST_LINES || Math.max(up, down) < AGREEMENT * (up + down)) return 'unknown'
  return up > down ? 'up' : 'down'
}

/** Ink in each row that is level with the writing; what belongs to long straight lines is no writing. */
function profileAt({ width, height, pixels, dpi }: GreyPicture, degrees: number): Float64Array {
  const slope = Math.tan(degrees * Math.PI / 180)
  const rows = new Float64Array(height + width)
  const longest = Math.round(dpi * 0.25)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width;) {
      const start = x
      while (x < width && pixels[y * width + x]! < DARK) x += 1
      if (x - start > 0 && x - start < longest) {
        const row = Math.round(y - slope * (start - width / 2) + width / 2)
        if (row >= 0 && row < rows.length) rows[row]! += x - start
      }
      x += 1
    }
  }
  return rows
}

/** 1 for heads up, -1 for heads down, 0 for a line that says nothing. */
function voteOf(band: Float64Array, dpi: number): number {
  if (band.length < dpi * 0.07 || band.length > dpi * 0.4) return 0
  const half = Math.max(...band) / 2
  const first = band.findIndex(value => value >= half)
  const last = band.findLastIndex(value => value >= half)
  const sum = (from: number, to: number): number => band.subarray(from, to).reduce((total, value) => total + value, 0)
  const [above, below, all] = [sum(0, first), sum(last + 1, band.length), sum(0, band.length)]
  if (above + below < 0.05 * all) return 0
  return above > 1.35 * below ? 1 : below > 1.35 * above ? -1 : 0
}

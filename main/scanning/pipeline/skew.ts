import type { GreyPicture } from './picture.ts'

export interface Skew {
  /** Degrees, clockwise positive: what the writing is turned by. */
  readonly degrees: number
  /** How much better the writing lines up there than at the median of all angles; below 12 it is a guess. */
  readonly confidence: number
}

const MOST_DEGREES = 7
const COARSE = 0.25
const FINE = 0.02
/** Half-way from the paper to the darkest ink, so much of which there is at least. */
const INK_SHARE = 0.003
/** So many edges are enough to see the lines of a page. */
const MOST_EDGES = 60_000

/**
 * Finds how far lines of writing are from level, by how sharply the lower edges of dark strokes fall into rows (projection profile).
 *
 * Wants a whitened picture of about half a scan's size; finds up to 7° either way, to a few hundredths.
 */
export function findSkew(half: GreyPicture): Skew {
  const edges = lowerEdges(half)
  if (edges.count < FEWEST_EDGES) return { degrees: 0, confidence: 0 }
  const rows = new Float64Array(half.height + half.width + 2)
  const score = (degrees: number): number => sharpness(edges, degrees, rows, half.width)
  const steps = Math.round(2 * MOST_DEGREES / COARSE)
  const scores = Array.from({ length: steps + 1 }, (_, i) => score(-MOST_DEGREES + i * COARSE))
  const coarse = -MOST_DEGREES + COARSE * scores.indexOf(Math.max(...scores))
  const [middle] = [...scores].sort((a, b) => a - b).slice(steps >> 1)
  let [degrees, best] = [coarse, 0]
  for (let at = coarse - COARSE; at <= coarse + COARSE; at += FINE) {
    const value = score(at)
    if (value > best) [degrees, best] = [at, value]
  }
  const [before, after] = [score(degrees - FINE), score(degrees + FINE)]
  const bend = before - 2 * best + after
  const peak = bend < 0 ? degrees + FINE * 0.5 * (before - after) / bend : degrees
  return { degrees: Math.round(peak * 1000) / 1000, confidence: best / Math.max(1, middle ?? 1) }
}

const FEWEST_EDGES = 200

interface Edges {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly count: number
}

/** Dark dots with a light one below; every so-manieth row of dots when there are many. */
function lowerEdges({ width, height, pixels }: GreyPicture): Edges {
  const found: number[] = []
  const dark = middleTone(pixels)
  for (let at = 0, end = width * (height - 1); at < end; at += 1) {
    if (pixels[at]! < dark && pixels[at + width]! >= dark) found.push(at)
  }
  const every = Math.max(1, Math.ceil(found.length / MOST_EDGES))
  const count = Math.floor(found.length / every)
  const x = new Float32Array(count)
  const y = new Float32Array(count)
  for (let i = 0; i < count; i += 1) {
    const at = found[i * every]!
    x[i] = at % width - width / 2
    y[i] = Math.floor(at / width)
  }
  return { x, y, count }
}

/** A faint copy has its lines too. */
function middleTone(pixels: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const value of pixels) counts[value]! += 1
  let seen = 0
  const ink = counts.findIndex(count => (seen += count) >= INK_SHARE * pixels.length)
  return Math.min(230, Math.max(150, (255 + ink) / 2))
}

/** How steep the profile is, in squares; each edge is shared between the two rows it lies between. */
function sharpness({ x, y, count }: Edges, degrees: number, rows: Float64Array, width: number): number {
  const slope = Math.tan(degrees * Math.PI / 180)
  rows.fill(0)
  for (let i = 0; i < count; i += 1) {
    const row = y[i]! - slope * x[i]! + width / 2
    const whole = Math.floor(row)
    const share = row - whole
    rows[whole]! += 1 - share
    rows[whole + 1]! += share
  }
  let sum = 0
  for (let row = 2; row < rows.length - 1; row += 1) sum += (rows[row + 1]! + rows[row]! - rows[row - 1]! - rows[row - 2]!) ** 2
  return sum
}

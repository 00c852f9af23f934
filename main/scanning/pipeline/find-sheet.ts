import { findBlobs } from './blobs.ts'
import type { Picture } from './picture.ts'
import { areaOf, fitQuadrilateral, type Point, type Quadrilateral } from './quadrilateral.ts'

/** A sheet or a card found in its surroundings, in dots of the quarter-size picture. */
export interface Sheet {
  readonly corners: Quadrilateral
  readonly isCard: boolean
}

/** ISO/IEC 7810 ID-1, in millimetres. */
export const CARD = { width: 85.6, height: 53.98 }
const CARD_ASPECT = CARD.width / CARD.height

/** Between the sheet and its ground, of 255. */
const LEAST_CONTRAST = 55
/** Of the rim of the picture: so much of it must be ground. */
const LEAST_GROUND = 0.12
const SMALLEST_SHEET = { scan: 0.02, photo: 0.12 }
/** Of the picture: what covers all of it needs no cutting out. */
const WHOLE = 0.985
/** Of an outline against its four sides: torn corners and rounded cards pass, a heap of things does not. */
const LEAST_FIT = 0.94
/** A card's outline is this near to its proportions. */
const CARD_TOLERANCE = 0.07
/** Print on a white ground of which the rest of the glass may have no more than this share of the card. */
const MOST_BESIDE = 0.02

/**
 * Finds a bright sheet on a darker ground, or a lone ID card on a white glass; undefined when the picture is the sheet.
 *
 * Only what has four straight sides is cut out: where that is in doubt, nothing is.
 */
export function findSheet(quarter: Picture, isPhoto: boolean): Sheet | undefined {
  const values = weakestChannel(quarter)
  const sheet = brightOnDark(quarter, values, isPhoto)
  return sheet ?? (isPhoto ? undefined : cardOnWhite(quarter, values))
}

function brightOnDark(quarter: Picture, values: Uint8Array, isPhoto: boolean): Sheet | undefined {
  const { width, height, dpi } = quarter
  const { level, contrast } = split(values)
  if (contrast < LEAST_CONTRAST || rimShare(values, width, height, value => value < level) < LEAST_GROUND) return undefined
  const mask = values.map(value => value >= level ? 1 : 0)
  const found = sidesOfLargest(mask, width, height)
  if (found === undefined) return undefined
  if (!hasSharpSides(found.corners, values, width, height)) return undefined
  const share = areaOf(found.corners) / (width * height)
  if (share < (isPhoto ? SMALLEST_SHEET.photo : SMALLEST_SHEET.scan) || share > WHOLE) return undefined
  const sides = sidesOf(found.corners)
  const isCard = isPhoto ? hasCardShape(sides) : isCardSized(sides, dpi)
  return { corners: found.corners, isCard }
}

/** In dots inwards and outwards of a side. */
const ACROSS = 4
const LEAST_STEP = 30
const SHARP_SHARE = 0.7
const SAMPLES = 40

/** A sheet ends at once, a shadow slowly: each side must be a step from light to dark, where its ground is in the picture at all. */
function hasSharpSides(corners: Quadrilateral, values: Uint8Array, width: number, height: number): boolean {
  return corners.every((from, i) => {
    const to = corners[(i + 1) % 4]!
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const [outX, outY] = [(to.y - from.y) / length * ACROSS, -(to.x - from.x) / length * ACROSS]
    const valueAt = (x: number, y: number): number | undefined =>
      x < 0 || y < 0 || x >= width || y >= height ? undefined : values[Math.floor(y) * width + Math.floor(x)]
    let [steps, seen] = [0, 0]
    for (let sample = 1; sample < SAMPLES; sample += 1) {
      const [x, y] = [from.x + (to.x - from.x) * sample / SAMPLES, from.y + (to.y - from.y) * sample / SAMPLES]
      const [inside, outside] = [valueAt(x - outX, y - outY), valueAt(x + outX, y + outY)]
      if (inside === undefined || outside === undefined) continue
      seen += 1
      if (inside - outside >= LEAST_STEP) steps += 1
    }
    return steps >= SHARP_SHARE * seen
  })
}

/** What differs from the white of the lid and is of a card's size, when nothing else lies beside it. */
function cardOnWhite({ width, height, dpi }: Picture, values: Uint8Array): Sheet | undefined {
  const lid = rankOf(values, 0.5)
  const grain = Math.max(GROUND_GRAIN, 4 * (lid - rankOf(values, 0.16)))
  if (lid < 200 || rimShare(values, width, height, value => value < lid - grain) > 0.02) return undefined
  const mask = widen(values.map(value => value < lid - grain ? 1 : 0), width, height)
  const found = sidesOfLargest(mask, width, height)
  if (found === undefined || !isCardSized(sidesOf(found.corners), dpi)) return undefined
  return found.beside <= MOST_BESIDE * areaOf(found.corners) ? { corners: found.corners, isCard: true } : undefined
}

const GROUND_GRAIN = 14

interface Found {
  readonly corners: Quadrilateral
  /** Dots marked outside of it. */
  readonly beside: number
}

function sidesOfLargest(mask: Uint8Array, width: number, height: number): Found | undefined {
  const labels = new Uint32Array(mask.length)
  const blobs = findBlobs(mask, width, height, mask, labels)
  const sizes = blobs.map(({ left, right, top, bottom }) => (right - left + 1) * (bottom - top + 1))
  const label = sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size), 0)) + 1
  const blob = blobs[label - 1]
  if (blob === undefined) return undefined
  const fitted = fitQuadrilateral(outlineOf(labels, label, width, height))
  if (fitted === undefined || fitted.fit < LEAST_FIT || fitted.fit > 2 - LEAST_FIT) return undefined
  const beside = blobs.reduce((sum, other) => other === blob || isInside(other, blob) ? sum : sum + other.area, 0)
  return { corners: fitted.corners, beside }
}

interface Edges { readonly left: number, readonly right: number, readonly top: number, readonly bottom: number }

function isInside(one: Edges, other: Edges): boolean {
  return one.left >= other.left && one.right <= other.right && one.top >= other.top && one.bottom <= other.bottom
}

/** The outermost edges of the blob in each row and in each column. */
function outlineOf(labels: Uint32Array, label: number, width: number, height: number): Point[] {
  const points: Point[] = []
  for (let y = 0; y < height; y += 1) {
    const row = labels.subarray(y * width, (y + 1) * width)
    const first = row.indexOf(label)
    if (first >= 0) points.push({ x: first, y: y + 0.5 }, { x: row.lastIndexOf(label) + 1, y: y + 0.5 })
  }
  for (let x = 0; x < width; x += 1) {
    let [first, last] = [-1, -1]
    for (let y = 0; y < height; y += 1) {
      if (labels[y * width + x] !== label) continue
      if (first < 0) first = y
      last = y
    }
    if (first >= 0) points.push({ x: x + 0.5, y: first }, { x: x + 0.5, y: last + 1 })
  }
  return points
}

/** Lengths of the sides: across and down, the longer of each two. */
export function sidesOf([a, b, c, d]: Quadrilateral): { readonly across: number, readonly down: number } {
  const length = (from: Point, to: Point): number => Math.hypot(to.x - from.x, to.y - from.y)
  return { across: Math.max(length(a, b), length(d, c)), down: Math.max(length(a, d), length(b, c)) }
}

function hasCardShape({ across, down }: ReturnType<typeof sidesOf>): boolean {
  return Math.abs(Math.max(across, down) / Math.min(across, down) / CARD_ASPECT - 1) < CARD_TOLERANCE * 0.8
}

function isCardSized(sides: ReturnType<typeof sidesOf>, dpi: number): boolean {
  const longer = Math.max(sides.across, sides.down) / dpi * 25.4
  const shorter = Math.min(sides.across, sides.down) / dpi * 25.4
  return Math.abs(longer / CARD.width - 1) < CARD_TOLERANCE && Math.abs(shorter / CARD.height - 1) < CARD_TOLERANCE
}

/** Paper is bright in every channel, wood and cloth only in some. */
function weakestChannel({ channels, pixels }: Picture): Uint8Array {
  if (channels === 1) return pixels
  const values = new Uint8Array(pixels.length / 3)
  for (let i = 0, from = 0; i < values.length; i += 1, from += 3) values[i] = Math.min(pixels[from]!, pixels[from + 1]!, pixels[from + 2]!)
  return values
}

/** The level that separates the bright dots from the dark ones best (Otsu 1979), and how far apart the two lie. */
function split(values: Uint8Array): { readonly level: number, readonly contrast: number } {
  const counts = new Float64Array(256)
  for (const value of values) counts[value]! += 1
  const total = counts.reduce((sum, count, value) => sum + count * value, 0)
  let [below, sumBelow, best] = [0, 0, 0]
  let answer = { level: 0, contrast: 0 }
  for (let value = 0; value < 255; value += 1) {
    below += counts[value]!
    sumBelow += counts[value]! * value
    const above = values.length - below
    if (below === 0 || above === 0) continue
    const contrast = (total - sumBelow) / above - sumBelow / below
    const spread = below * above * contrast * contrast
    if (spread > best) [best, answer] = [spread, { level: value + 1, contrast }]
  }
  return answer
}

function rimShare(values: Uint8Array, width: number, height: number, isSuch: (value: number) => boolean): number {
  let [count, such] = [0, 0]
  for (let y = 0; y < height; y += 1) {
    const isRimRow = y < 2 || y >= height - 2
    for (let x = 0; x < width; x += isRimRow || x < 1 || x >= width - 2 ? 1 : width - 3) {
      count += 1
      if (isSuch(values[y * width + x]!)) such += 1
    }
  }
  return such / count
}

/** The value that so great a share of all does not exceed. */
function rankOf(values: Uint8Array, share: number): number {
  const counts = new Uint32Array(256)
  for (const value of values) counts[value]! += 1
  let seen = 0
  return counts.findIndex(count => (seen += count) >= values.length * share)
}

function widen(mask: Uint8Array, width: number, height: number): Uint8Array {
  const wide = mask.slice()
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1, end = (y + 1) * width - 1; at < end; at += 1) {
      wide[at] = mask[at]! | mask[at - 1]! | mask[at + 1]! | mask[at - width]! | mask[at + width]!
    }
  }
  return wide
}

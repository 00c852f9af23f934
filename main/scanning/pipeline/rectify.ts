import { CARD, sidesOf, type Sheet } from './find-sheet.ts'
import { MM_PER_INCH } from './picture.ts'
import type { Quadrilateral } from './quadrilateral.ts'
import type { Size, Warp } from './warp.ts'

export interface Rectified extends Size {
  readonly warp: Warp
  /** Of the sheet laid flat. */
  readonly dpi: number
}

const A4 = { longer: 297, shorter: 210 }
/** A photograph squeezes a sheet: proportions this near to a known size are that size. */
const TOLERANCE = 0.09
/** In dots of the quarter-size picture: the last row at an edge is half ground. */
const INSET = 1

/** How a found sheet is laid flat: a scan keeps its measures, a photograph takes those of A4 or of a card where it is near to them. */
export function rectify({ corners, isCard }: Sheet, shrunkBy: number, isPhoto: boolean, dpi: number): Rectified {
  const inner = inset(corners)
  const sides = sidesOf(inner)
  const isWide = sides.across > sides.down
  const [longer, shorter] = isWide ? [sides.across, sides.down] : [sides.down, sides.across]
  const known = isCard ? { longer: CARD.width, shorter: CARD.height } : A4
  const isKnown = isPhoto && Math.abs(longer / shorter / (known.longer / known.shorter) - 1) < TOLERANCE
  const length = Math.round(longer * shrunkBy)
  const breadth = Math.round(isKnown ? length * known.shorter / known.longer : shorter * shrunkBy)
  const size = isWide ? { width: length, height: breadth } : { width: breadth, height: length }
  const source = inner.map(({ x, y }) => ({ x: x * shrunkBy, y: y * shrunkBy })) as unknown as Quadrilateral
  return { ...size, warp: ontoQuadrilateral(size, source), dpi: isPhoto ? length / known.longer * MM_PER_INCH : dpi }
}

function inset(corners: Quadrilateral): Quadrilateral {
  const middle = { x: corners.reduce((sum, { x }) => sum + x, 0) / 4, y: corners.reduce((sum, { y }) => sum + y, 0) / 4 }
  const moved = corners.map(({ x, y }) => ({ x: x + INSET * Math.sign(middle.x - x), y: y + INSET * Math.sign(middle.y - y) }))
  return moved as unknown as Quadrilateral
}

/** The one perspective that brings a rectangle onto four points (Heckbert 1989). */
function ontoQuadrilateral({ width, height }: Size, [p0, p1, p2, p3]: Quadrilateral): Warp {
  const [dx1, dx2, dx3] = [p1.x - p2.x, p3.x - p2.x, p0.x - p1.x + p2.x - p3.x]
  const [dy1, dy2, dy3] = [p1.y - p2.y, p3.y - p2.y, p0.y - p1.y + p2.y - p3.y]
  const scale = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / scale
  const h = (dx1 * dy3 - dx3 * dy1) / scale
  return [
    (p1.x - p0.x + g * p1.x) / width, (p3.x - p0.x + h * p3.x) / height, p0.x,
    (p1.y - p0.y + g * p1.y) / width, (p3.y - p0.y + h * p3.y) / height, p0.y,
    g / width, h / height,
  ]
}

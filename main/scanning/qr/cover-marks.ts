import type { GreyPicture } from '../pipeline/picture.ts'
import { shrink } from '../pipeline/shrink.ts'
import { darkSpots, type Spot } from './dark-spots.ts'

/**
 * Whether a side has the marks of a cover sheet: solid squares in a row along its edges, as far apart as they are wide.
 *
 * Nothing else in an office looks so, and enough of them are left on a torn, faint or dirty sheet whose codes cannot be read.
 * To be mistaken costs little: a person is asked. To miss one would give its pages to the dossier before it.
 */
export function looksLikeCover(image: GreyPicture): boolean {
  const longSide = Math.max(image.width, image.height)
  const small = shrink(image, Math.max(1, Math.round(longSide / SMALL)))
  const unit = Math.max(small.width, small.height)
  const squares = darkSpots(small).filter(spot => isSquare(spot, unit))
  return squares.some(from => squares.some(next => isNext(from, next) && rowLength(from, next, squares) >= ROW))
}

/** Pixels of the long side while looking: a square is nine to fourteen of them, and letters do not yet run together. */
const SMALL = 600
/** Squares that must follow one another; a sheet has more than sixty. */
const ROW = 6
/** A side of a square, as a share of the long side of the page: 5 mm of A4, of A5, and of an A5 sheet on an A4 glass. */
const LEAST = 0.0125
const MOST = 0.04

function isSquare({ width, height, area }: Spot, unit: number): boolean {
  const side = Math.sqrt(width * height)
  return side >= unit * LEAST && side <= unit * MOST && width / height > 0.6 && width / height < 1.67 && area / (width * height) >= 0.7
}

function isNext(from: Spot, next: Spot): boolean {
  const side = sideOf(from)
  const distance = Math.hypot(next.x - from.x, next.y - from.y)
  return distance > side * 1.5 && distance < side * 2.6 && isAlike(from, next)
}

function isAlike(one: Spot, other: Spot): boolean {
  const ratio = sideOf(one) / sideOf(other)
  return ratio > 0.7 && ratio < 1.43
}

function sideOf({ width, height }: Spot): number {
  return Math.sqrt(width * height)
}

/** Steps from square to square in the same direction, which may bend a little: sheets are photographed too. */
function rowLength(from: Spot, second: Spot, squares: readonly Spot[]): number {
  let [last, current, length] = [from, second, 2]
  for (;;) {
    const [x, y] = [2 * current.x - last.x, 2 * current.y - last.y]
    const reach = sideOf(current) * 0.3
    const next = squares.find(spot => Math.hypot(spot.x - x, spot.y - y) <= reach && isAlike(spot, current))
    if (next === undefined || next === from) return length
    ;[last, current, length] = [current, next, length + 1]
  }
}

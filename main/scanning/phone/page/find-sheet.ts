import type { Corners, Point } from './corners.ts'

/** A picture of little size, one byte a dot. */
export interface GreyPicture {
  readonly grey: Uint8Array
  readonly width: number
  readonly height: number
}

/** Less of the picture than this is no sheet that was photographed on purpose. */
const LEAST_SHARE = 0.12
/** A sheet fills its four corners; a hand does not, and a lamp overflows them. */
const LEAST_FILLING = 0.86
const MOST_FILLING = 1.1
const SPECK = 3

/**
 * Looks for a light sheet on something darker: the largest light patch, and the largest four corners in it.
 *
 * Undefined where it is not sure: then a person drags the corners.
 */
export function findSheet(picture: GreyPicture): Corners | undefined {
  const patch = largestPatch(erode(lightOf(picture), picture, SPECK), picture)
  if (patch === undefined || patch.count < picture.width * picture.height * LEAST_SHARE) return undefined
  const four = largestFour(hullOf(patch.edge))
  const filling = four === undefined ? 0 : patch.count / areaOf(four)
  if (four === undefined || filling < LEAST_FILLING || filling > MOST_FILLING) return undefined
  return inOrder(four.map(({ x, y }) => spread({ x, y }, four, picture)))
}

/** Light or dark by Otsu's threshold: the one that parts the two groups best. */
function lightOf({ grey }: GreyPicture): Uint8Array {
  const counts = new Float64Array(256)
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1
  const sum = counts.reduce((all, count, value) => all + count * value, 0)
  let [best, threshold, below, sumBelow] = [0, 128, 0, 0]
  for (let value = 0; value < 255; value += 1) {
    below += counts[value] ?? 0
    sumBelow += value * (counts[value] ?? 0)
    const above = grey.length - below
    if (below === 0 || above === 0) continue
    const parted = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2
    if (parted > best) [best, threshold] = [parted, value]
  }
  return grey.map(value => value > threshold ? 1 : 0)
}

/** Thin bridges of light between the sheet and what lies beside it are taken away, so that they part. */
function erode(light: Uint8Array, { width, height }: GreyPicture, times: number): Uint8Array {
  let from = light
  for (let time = 0; time < times; time += 1) {
    const to = new Uint8Array(from.length)
    for (let y = 1; y < height - 1; y += 1) {
      for (let x = 1; x < width - 1; x += 1) {
        const at = y * width + x
        to[at] = (from[at] ?? 0) & (from[at - 1] ?? 0) & (from[at + 1] ?? 0) & (from[at - width] ?? 0) & (from[at + width] ?? 0)
      }
    }
    from = to
  }
  return from
}

interface Patch {
  /** Dots within its outline: print is dark, but lies inside. */
  readonly count: number
  /** The first and last dot of each row. */
  readonly edge: readonly Point[]
}

function largestPatch(light: Uint8Array, { width, height }: GreyPicture): Patch | undefined {
  const seen = new Uint8Array(light.length)
  let best: Patch | undefined
  for (let start = 0; start < light.length; start += 1) {
    if (light[start] !== 1 || seen[start] === 1) continue
    const [first, last] = [new Int32Array(height).fill(-1), new Int32Array(height).fill(-1)]
    const waiting = [start]
    seen[start] = 1
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)]
      if (first[y] === -1 || x < (first[y] ?? 0)) first[y] = x
      if (x > (last[y] ?? -1)) last[y] = x
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (light[next] !== 1 || seen[next] === 1) continue
        seen[next] = 1
        waiting.push(next)
      }
    }
    const rows = [...first].flatMap((x, y) => x === -1 ? [] : [{ x, y, end: last[y] ?? x }])
    const count = rows.reduce((all, { x, end }) => all + end - x + 1, 0)
    if (best === undefined || count > best.count) best = { count, edge: rows.flatMap(({ x, y, end }) => [{ x, y }, { x: end, y }]) }
  }
  return best
}

/** The convex outline (Andrew's monotone chain). */
function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const half = (from: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of from) {
      for (let [a, b] = chain.slice(-2); a !== undefined && b !== undefined && turn(a, b, point) <= 0; [a, b] = chain.slice(-2)) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

/** Of all four corners on the outline the ones with the largest area: for each diagonal the farthest dot on either side. */
function largestFour(hull: readonly Point[]): readonly Point[] | undefined {
  let best: readonly Point[] | undefined
  for (const [i, a] of hull.entries()) {
    for (const c of hull.slice(i + 1)) {
      const sides = hull.map(point => ({ point, off: turn(a, c, point) }))
      const left = sides.reduce((far, side) => side.off > far.off ? side : far, { point: a, off: 0 })
      const right = sides.reduce((far, side) => side.off < far.off ? side : far, { point: a, off: 0 })
      if (left.off === 0 || right.off === 0) continue
      const four = [a, right.point, c, left.point]
      if (best === undefined || areaOf(four) > areaOf(best)) best = four
    }
  }
  return best
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

function areaOf(points: readonly Point[]): number {
  const sum = points.reduce((all, at, i) => {
    const next = points[(i + 1) % points.length] ?? at
    return all + at.x * next.y - next.x * at.y
  }, 0)
  return Math.abs(sum) / 2
}

/** Gives back what eroding took, away from the middle, as a share of the picture. */
function spread(at: Point, four: readonly Point[], { width, height }: GreyPicture): Point {
  const middle = { x: four.reduce((all, { x }) => all + x / 4, 0), y: four.reduce((all, { y }) => all + y / 4, 0) }
  const within = (value: number): number => Math.min(1, Math.max(0, value))
  return {
    x: within((at.x + 0.5 + Math.sign(at.x - middle.x) * SPECK) / width),
    y: within((at.y + 0.5 + Math.sign(at.y - middle.y) * SPECK) / height),
  }
}

/** Clockwise, beginning with the one nearest to the top left. */
function inOrder(points: readonly Point[]): Corners | undefined {
  const middle = { x: points.reduce((all, { x }) => all + x / 4, 0), y: points.reduce((all, { y }) => all + y / 4, 0) }
  const round = [...points].sort((a, b) => Math.atan2(a.y - middle.y, a.x - middle.x) - Math.atan2(b.y - middle.y, b.x - middle.x))
  const start = round.reduce((first, { x, y }, i) => x + y < (round[first]?.x ?? 2) + (round[first]?.y ?? 2) ? i : first, 0)
  const [a, b, c, d] = [0, 1, 2, 3].map(i => round[(start + i) % 4])
  return a === undefined || b === undefined || c === undefined || d === undefined ? undefined : [a, b, c, d]
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Corners in the order upper left, upper right, lower right, lower left. */
export type Quadrilateral = readonly [Point, Point, Point, Point]

/** How well four straight sides describe the outline they were found in: 1 is exactly. */
export interface FittedQuadrilateral {
  readonly corners: Quadrilateral
  readonly fit: number
}

/** More corners than this of a hull are the roughness of its pixels. */
const MOST_CORNERS = 40
/** In dots, round by round: an outline's point this near a side belongs to it. */
const NEAR = [8, 5, 3, 3]

/** The sides of an outline (its points in any order): the largest four-cornered figure within, laid through the points near its sides. */
export function fitQuadrilateral(outline: readonly Point[]): FittedQuadrilateral | undefined {
  const hull = thin(convexHull(outline))
  let corners = largestFour(hull)
  // Rounded corners draw the first sides askew; each round brings them nearer to the straight part of the outline.
  for (const near of NEAR) corners = corners && layThrough(outline, corners, near)
  if (corners === undefined) return undefined
  const ordered = fromUpperLeft(corners)
  return { corners: ordered, fit: areaOf(hull) / Math.max(1, areaOf(ordered)) }
}

function layThrough(outline: readonly Point[], rough: readonly Point[], near: number): Point[] | undefined {
  const sides = rough.map((from, i) => lineThrough(outline, from, rough[(i + 1) % 4]!, near))
  const corners = sides.map((side, i) => crossing(sides[(i + 3) % 4]!, side))
  return corners.every(corner => corner !== undefined) ? corners : undefined
}

/** Twice the area of the triangle, positive when the turn is clockwise on a page. */
function cross(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

export function areaOf(polygon: readonly Point[]): number {
  return Math.abs(polygon.reduce((sum, { x, y }, i) => {
    const next = polygon[(i + 1) % polygon.length]!
    return sum + x * next.y - y * next.x
  }, 0)) / 2
}

/** Andrew's monotone chain, clockwise on a page. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const half = (along: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of along) {
      while (chain.length > 1 && cross(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop()
      chain.push(point)
    }
    chain.pop()
    return chain
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

/** Drops the corner that encloses the least, again and again. */
function thin(hull: Point[]): Point[] {
  while (hull.length > MOST_CORNERS) {
    const losses = hull.map((corner, i) => Math.abs(cross(hull.at(i - 1)!, corner, hull[(i + 1) % hull.length]!)))
    hull.splice(losses.indexOf(Math.min(...losses)), 1)
  }
  return hull
}

function largestFour(hull: readonly Point[]): Point[] | undefined {
  let best = 0
  let four: Point[] | undefined
  for (let i = 0; i < hull.length; i += 1) {
    for (let k = i + 2; k < hull.length; k += 1) {
      const one = farthest(hull, i, k, i + 1, k)
      const other = farthest(hull, k, i, k + 1, hull.length + i)
      const area = one.area + other.area
      if (area > best && one.at !== undefined && other.at !== undefined) [best, four] = [area, [hull[i]!, one.at, hull[k]!, other.at]]
    }
  }
  return four
}

interface Farthest { readonly area: number, readonly at?: Point }

function farthest(hull: readonly Point[], from: number, to: number, first: number, end: number): Farthest {
  let best: Farthest = { area: 0 }
  for (let i = first; i < end; i += 1) {
    const at = hull[i % hull.length]!
    const area = Math.abs(cross(hull[from]!, hull[to]!, at))
    if (area > best.area) best = { area, at }
  }
  return best
}

interface Line {
  readonly at: Point
  readonly along: Point
}

/** Laid through the outline's points near the side, its rounded ends left out (least squares across). */
function lineThrough(outline: readonly Point[], from: Point, to: Point, reach: number): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const near = outline.filter(({ x, y }) => {
    const ahead = (x - from.x) * along.x + (y - from.y) * along.y
    const aside = Math.abs((x - from.x) * along.y - (y - from.y) * along.x)
    return aside < reach && ahead > 0.08 * length && ahead < 0.92 * length
  })
  if (near.length < 8) return { at: from, along }
  const middle = { x: mean(near.map(({ x }) => x)), y: mean(near.map(({ y }) => y)) }
  const [xx, xy, yy] = near.reduce(([xx, xy, yy], { x, y }) =>
    [xx + (x - middle.x) ** 2, xy + (x - middle.x) * (y - middle.y), yy + (y - middle.y) ** 2], [0, 0, 0] as [number, number, number])
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  return { at: middle, along: { x: Math.cos(angle), y: Math.sin(angle) } }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function crossing(one: Line, other: Line): Point | undefined {
  const turn = one.along.x * other.along.y - one.along.y * other.along.x
  if (Math.abs(turn) < 0.2) return undefined
  const ahead = ((other.at.x - one.at.x) * other.along.y - (other.at.y - one.at.y) * other.along.x) / turn
  return { x: one.at.x + ahead * one.along.x, y: one.at.y + ahead * one.along.y }
}

/** Clockwise, beginning with the corner nearest the upper left of the page. */
function fromUpperLeft(corners: readonly Point[]): Quadrilateral {
  const sums = corners.map(({ x, y }) => x + y)
  const first = sums.indexOf(Math.min(...sums))
  const [a, b, c, d] = [0, 1, 2, 3].map(i => corners[(first + i) % 4]!)
  return [a!, b!, c!, d!]
}

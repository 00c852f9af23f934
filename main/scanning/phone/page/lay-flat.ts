import { flatSize, type Corners, type Point } from './corners.ts'

/** Red, green, blue, opaque. */
export interface ColourPicture {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

const ROWS_AT_ONCE = 64

/**
 * The sheet between four corners as a rectangle, as if it lay straight under the lens.
 *
 * The longer side is at most `most` pixels. `breathe` is awaited between strips, so that the phone stays usable.
 */
export async function layFlat(
  from: ColourPicture, corners: Corners, most: number, breathe: () => Promise<void>,
): Promise<ColourPicture & { readonly data: Uint8ClampedArray<ArrayBuffer> }> {
  const natural = flatSize(corners, from.width, from.height)
  const scale = Math.min(1, most / Math.max(natural.width, natural.height))
  const [width, height] = [Math.max(1, Math.round(natural.width * scale)), Math.max(1, Math.round(natural.height * scale))]
  const place = placesOf(corners.map(({ x, y }) => ({ x: x * (from.width - 1), y: y * (from.height - 1) })))
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    if (y % ROWS_AT_ONCE === 0) await breathe()
    for (let x = 0; x < width; x += 1) {
      const { x: fromX, y: fromY } = place((x + 0.5) / width, (y + 0.5) / height)
      mix(from, fromX, fromY, data, (y * width + x) * 4)
    }
  }
  return { data, width, height }
}

/**
 * From the unit square to the four corners: the projective map (Heckbert 1989, "Fundamentals of texture mapping", 2.2.3).
 */
function placesOf(corners: readonly Point[]): (u: number, v: number) => Point {
  const [p0, p1, p2, p3] = [0, 1, 2, 3].map(i => corners[i] ?? { x: 0, y: 0 }) as [Point, Point, Point, Point]
  const [dx1, dx2, dx3] = [p1.x - p2.x, p3.x - p2.x, p0.x - p1.x + p2.x - p3.x]
  const [dy1, dy2, dy3] = [p1.y - p2.y, p3.y - p2.y, p0.y - p1.y + p2.y - p3.y]
  const whole = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / whole
  const h = (dx1 * dy3 - dx3 * dy1) / whole
  const [a, b, c] = [p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x, p0.x]
  const [d, e, f] = [p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y, p0.y]
  return (u, v) => {
    const far = g * u + h * v + 1
    return { x: (a * u + b * v + c) / far, y: (d * u + e * v + f) / far }
  }
}

/** The four dots around a place, each by its nearness. */
function mix({ data, width, height }: ColourPicture, x: number, y: number, to: Uint8ClampedArray, at: number): void {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)))
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)))
  const [right, down] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))]
  const first = (top * width + left) * 4
  const below = first + width * 4
  for (let c = 0; c < 3; c += 1) {
    const upper = (data[first + c] ?? 0) * (1 - right) + (data[first + 4 + c] ?? 0) * right
    const lower = (data[below + c] ?? 0) * (1 - right) + (data[below + 4 + c] ?? 0) * right
    to[at + c] = upper * (1 - down) + lower * down
  }
  to[at + 3] = 255
}

/** A place on a picture, each from 0 to 1 of its width and height. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point]

export const WHOLE: Corners = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }]

/** A little inside the picture, where a hand can take hold of them. */
export const TO_BE_DRAGGED: Corners = [{ x: 0.08, y: 0.08 }, { x: 0.92, y: 0.08 }, { x: 0.92, y: 0.92 }, { x: 0.08, y: 0.92 }]

/** Nothing is cut off: the whole picture goes, and the PC looks for the sheet. */
export function isWhole(corners: Corners): boolean {
  return corners.every(({ x, y }, i) => Math.abs(x - (WHOLE[i]?.x ?? 0)) < 0.01 && Math.abs(y - (WHOLE[i]?.y ?? 0)) < 0.01)
}

/** Whether the four, in their order, go round a sheet that can be laid flat. */
export function isConvex(corners: Corners): boolean {
  return corners.every((at, i) => {
    const [next, after] = [corners[(i + 1) % 4] ?? at, corners[(i + 2) % 4] ?? at]
    return (next.x - at.x) * (after.y - next.y) - (next.y - at.y) * (after.x - next.x) > 0.0005
  })
}

/** Pixels of the sheet laid flat: its longer edges, as they stand on a picture of that size. */
export function flatSize(corners: Corners, width: number, height: number): { readonly width: number; readonly height: number } {
  const [a, b, c, d] = corners
  const length = (p: Point, q: Point): number => Math.hypot((p.x - q.x) * width, (p.y - q.y) * height)
  return { width: Math.round(Math.max(length(a, b), length(d, c))), height: Math.round(Math.max(length(a, d), length(b, c))) }
}

import { raw, type Html } from '../../base/html.ts'
import type { PaperSize } from '../form.ts'

/** Millimetres: a square, from one to the next, and from the edge, where every printer still prints. */
const SQUARE = 5
const STEP = 10
const EDGE = 8

const SHEETS: Readonly<Record<PaperSize, { readonly width: number, readonly height: number }>> = {
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
}

/** Solid squares along all four edges, as far apart as they are wide: no other paper of an office looks so. */
export function coverMarks(size: PaperSize): Html {
  const { width, height } = SHEETS[size]
  const [across, down] = [steps(width), steps(height)]
  const squares = [
    ...across.flatMap(x => [[x, EDGE], [x, height - EDGE - SQUARE]] as const),
    ...down.slice(1, -1).flatMap(y => [[EDGE, y], [width - EDGE - SQUARE, y]] as const),
  ]
  const path = squares.map(([x, y]) => `M${x} ${y}h${SQUARE}v${SQUARE}h-${SQUARE}z`).join('')
  return raw(`<svg class="marks" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" aria-hidden="true"><path d="${path}"/></svg>`)
}

/** Where squares begin along an edge, from corner to corner; the step gives a little so that they meet both. */
function steps(length: number): readonly number[] {
  const room = length - 2 * EDGE - SQUARE
  const count = Math.round(room / STEP)
  return Array.from({ length: count + 1 }, (_, i) => Math.round((EDGE + room * i / count) * 100) / 100)
}

/** Marked dots that touch each other, also at corners. Edges are inside. */
export interface Blob {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly area: number
  /** The least of its values. */
  readonly darkest: number
}

/**
 * Every blob of a mask (not 0 is marked), in reading order of their first dots.
 *
 * `values` has one brightness a dot; `labels` takes each blob's place in the answer, from 1.
 */
export function findBlobs(
  mask: Uint8Array, width: number, height: number, values: Uint8Array = mask, labels = new Uint32Array(mask.length),
): Blob[] {
  const stack: number[] = []
  const blobs: Blob[] = []
  for (let start = 0; start < mask.length; start += 1) {
    if (mask[start] === 0 || labels[start] !== 0) continue
    const label = blobs.length + 1
    let [left, right, top, bottom, area, darkest] = [width, 0, height, 0, 0, 255]
    labels[start] = label
    stack.push(start)
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width
      const y = (at - x) / width
      area += 1
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
      if (values[at]! < darkest) darkest = values[at]!
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row += 1) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column += 1) {
          const next = row * width + column
          if (mask[next] === 0 || labels[next] !== 0) continue
          labels[next] = label
          stack.push(next)
        }
      }
    }
    blobs.push({ left, top, right, bottom, area, darkest })
  }
  return blobs
}

/** How fast the line is, from what went over it lately. */
export interface LineSpeed {
  /** Bytes that went or came between two moments (UTC ms). */
  readonly note: (bytes: number, from: number, until: number) => void
  /** Bytes a second over the last 20 seconds in which something moved; null before anything did. */
  readonly bytesPerSecond: () => number | null
}

export function newLineSpeed(): LineSpeed {
  let pieces: { readonly bytes: number, readonly ms: number }[] = []
  return {
    note: (bytes, from, until) => {
      pieces.push({ bytes, ms: Math.max(1, until - from) })
      let left = WINDOW_MS
      const kept = pieces.findLastIndex(({ ms }) => (left -= ms) <= 0)
      if (kept > 0) pieces = pieces.slice(kept)
    },
    bytesPerSecond: () => {
      const ms = pieces.reduce((sum, piece) => sum + piece.ms, 0)
      const bytes = pieces.reduce((sum, piece) => sum + piece.bytes, 0)
      return ms < LEAST_MS || bytes < LEAST_BYTES ? null : bytes * 1000 / ms
    },
  }
}

const WINDOW_MS = 20_000
/** Less says nothing: a short answer is all waiting, a short push lies in a buffer. */
const [LEAST_MS, LEAST_BYTES] = [500, 10_000]

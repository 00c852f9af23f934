/** What a decoder gives: eight bits a channel, dots an inch where the file knows them. */
export interface Decoded {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3
  readonly pixels: Uint8Array
  readonly dpi?: number
}

export interface DecodeProblem {
  readonly code: 'picture/broken' | 'picture/empty' | 'picture/too-large' | 'picture/unknown-kind'
}

/** An A3 sheet at 600 dots an inch has 70 million pixels; more is a mistake or a bomb. */
export const MOST_PIXELS = 100_000_000

/** Less than this on a side shows nobody anything. */
const FEWEST_DOTS = 16

/** Looks at the numbers of the head before a byte is set aside for the pixels. */
export function checkSize(width: number, height: number): DecodeProblem | undefined {
  if (width < FEWEST_DOTS || height < FEWEST_DOTS) return { code: 'picture/empty' }
  return width * height > MOST_PIXELS ? { code: 'picture/too-large' } : undefined
}

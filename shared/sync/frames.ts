/**
 * Many pages in one stream (rule S7): frames of sha256 (32 bytes), offset (8), length of the whole page (8), length of this
 * piece (4), all big-endian, then the piece. What arrived before a cut counts.
 */
export interface Frame {
  readonly sha256: string
  /** Bytes. */
  readonly offset: number
  readonly pageBytes: number
  readonly piece: Uint8Array
}

export const FRAME_HEAD_BYTES = 52

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

/** The bytes before a piece. */
export function frameHead({ sha256, offset, pageBytes, pieceBytes }: FrameHead): Uint8Array {
  const head = new Uint8Array(FRAME_HEAD_BYTES)
  for (let at = 0; at < SHA_BYTES; at += 1) head[at] = Number.parseInt(sha256.slice(at * 2, at * 2 + 2), 16)
  const view = new DataView(head.buffer)
  view.setBigUint64(SHA_BYTES, BigInt(offset))
  view.setBigUint64(SHA_BYTES + 8, BigInt(pageBytes))
  view.setUint32(SHA_BYTES + 16, pieceBytes)
  return head
}

export interface FrameHead extends Omit<Frame, 'piece'> {
  readonly pieceBytes: number
}

/** Reads frames from chunks of any size. */
export interface FrameReader {
  /**
   * The pieces this chunk brings, each with where it belongs: a frame that is not whole yet gives what there is of it, so that
   * a cut loses nothing that arrived. `undefined` once a head is none: nothing after it can be told apart.
   */
  readonly take: (chunk: Uint8Array) => readonly Frame[] | undefined
  /** The stream ended inside a frame. */
  readonly isHalf: () => boolean
}

/** `mostPieceBytes` bounds what a head may announce. */
export function readFrames(mostPieceBytes: number): FrameReader {
  const head = new Uint8Array(FRAME_HEAD_BYTES)
  let headBytes = 0
  let open: { readonly sha256: string, readonly pageBytes: number, offset: number, left: number } | undefined
  let isLost = false

  function takeHead(chunk: Uint8Array): number {
    const taken = Math.min(FRAME_HEAD_BYTES - headBytes, chunk.length)
    head.set(chunk.subarray(0, taken), headBytes)
    headBytes += taken
    if (headBytes < FRAME_HEAD_BYTES) return taken
    headBytes = 0
    const view = new DataView(head.buffer)
    const [offset, pageBytes] = [Number(view.getBigUint64(SHA_BYTES)), Number(view.getBigUint64(SHA_BYTES + 8))]
    const left = view.getUint32(SHA_BYTES + 16)
    isLost = left === 0 || left > mostPieceBytes || !Number.isSafeInteger(offset) || !Number.isSafeInteger(pageBytes)
    open = { sha256: toHex(head.subarray(0, SHA_BYTES)), pageBytes, offset, left }
    return taken
  }

  return {
    take: chunk => {
      const frames: Frame[] = []
      for (let at = 0; at < chunk.length && !isLost;) {
        if (open === undefined) {
          at += takeHead(chunk.subarray(at))
          continue
        }
        const piece = chunk.subarray(at, at + open.left)
        frames.push({ sha256: open.sha256, offset: open.offset, pageBytes: open.pageBytes, piece })
        at += piece.length
        open.offset += piece.length
        open.left -= piece.length
        if (open.left === 0) open = undefined
      }
      return isLost && frames.length === 0 ? undefined : frames
    },
    isHalf: () => headBytes > 0 || open !== undefined || isLost,
  }
}

const SHA_BYTES = 32

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}

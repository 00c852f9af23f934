import { parseJson } from '../../shared/base/json.ts'

/** What goes over the line: a JSON object and, with a page, its bytes. On the wire both lengths (4 bytes each) come first. */
export interface Frame {
  readonly head: object
  readonly body: Uint8Array
}

/** Largest lengths in bytes. */
export interface FrameLimits {
  readonly head: number
  readonly body: number
}

export interface FrameReader {
  /** The frames that became whole with these bytes; undefined once something came that is no frame, and for ever after. */
  readonly read: (chunk: Uint8Array) => readonly Frame[] | undefined
  /** A frame has begun and is not whole. */
  readonly isInFrame: () => boolean
}

export function frameBytes(head: object, body: Uint8Array = NOTHING): readonly Uint8Array[] {
  const text = Buffer.from(JSON.stringify(head))
  const lengths = Buffer.alloc(LENGTHS)
  lengths.writeUInt32BE(text.length, 0)
  lengths.writeUInt32BE(body.length, 4)
  return [lengths, text, body]
}

/** Reads frames however the line cut them; a length over its limit is refused before a byte of it is waited for. */
export function openFrameReader(limits: () => FrameLimits): FrameReader {
  let chunks: Uint8Array[] = []
  let held = 0
  let needed = LENGTHS
  let isRefused = false

  function take(): Frame | undefined | 'refused' {
    if (held < needed) return undefined
    const bytes = Buffer.concat(chunks)
    const [headLength, bodyLength] = [bytes.readUInt32BE(0), bytes.readUInt32BE(4)]
    chunks = [bytes]
    if (headLength > limits().head || bodyLength > limits().body) return 'refused'
    needed = LENGTHS + headLength + bodyLength
    if (held < needed) return undefined
    const head = parseJson(bytes.toString('utf8', LENGTHS, LENGTHS + headLength))
    const body = bytes.subarray(LENGTHS + headLength, needed)
    chunks = [bytes.subarray(needed)]
    held -= needed
    needed = LENGTHS
    return typeof head === 'object' && head !== null ? { head, body } : 'refused'
  }

  return {
    read: chunk => {
      if (isRefused) return undefined
      chunks.push(chunk)
      held += chunk.length
      const frames: Frame[] = []
      for (;;) {
        const frame = take()
        if (frame === undefined) return frames
        if (frame === 'refused') {
          isRefused = true
          chunks = []
          return undefined
        }
        frames.push(frame)
      }
    },
    isInFrame: () => held > 0,
  }
}

const LENGTHS = 8
const NOTHING = new Uint8Array()

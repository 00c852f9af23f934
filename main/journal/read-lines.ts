import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'

/** A line as it lies in a file. */
export interface RawLine {
  readonly offset: number
  /** Bytes, the LF included. */
  readonly length: number
  /** Without the LF; undefined when the bytes are no UTF-8. */
  readonly text: string | undefined
  /** Whether an LF ends it. */
  readonly isEnded: boolean
}

const CHUNK = 1 << 20
const LF = 10

/** The lines of a file between two offsets, in batches of about a megabyte. Throws what the file system says. */
export async function* readLines(path: string, from = 0, until = Number.POSITIVE_INFINITY): AsyncGenerator<readonly RawLine[]> {
  const file = await open(path, 'r')
  try {
    const rest: Buffer[] = []
    let lineStart = from
    for (let at = from; at < until;) {
      const wanted = Math.min(CHUNK, until - at)
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(wanted), 0, wanted, at)
      if (bytesRead === 0) break
      at += bytesRead
      const lines: RawLine[] = []
      let start = 0
      for (let end = buffer.indexOf(LF); end >= 0 && end < bytesRead; end = buffer.indexOf(LF, start)) {
        const bytes = rest.length === 0 ? buffer.subarray(start, end) : Buffer.concat([...rest.splice(0), buffer.subarray(start, end)])
        lines.push(toLine(lineStart, bytes, true))
        lineStart += bytes.length + 1
        start = end + 1
      }
      if (start < bytesRead) rest.push(buffer.subarray(start, bytesRead))
      if (lines.length > 0) yield lines
    }
    if (rest.length > 0) yield [toLine(lineStart, Buffer.concat(rest), false)]
  } finally {
    await file.close()
  }
}

function toLine(offset: number, bytes: Buffer, isEnded: boolean): RawLine {
  return { offset, length: bytes.length + (isEnded ? 1 : 0), text: isUtf8(bytes) ? bytes.toString('utf8') : undefined, isEnded }
}

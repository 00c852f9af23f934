import type { IncomingMessage } from 'node:http'

/** Between two pieces of a photograph, also over a weak signal. */
const PIECE_WITHIN = 20_000

/** The whole body, or why it is none: too long, too slow, or cut off. */
export async function readBody(request: IncomingMessage, most: number): Promise<Uint8Array | 'too-long' | 'cut-off'> {
  if (Number(request.headers['content-length'] ?? 0) > most) return 'too-long'
  request.socket.setTimeout(PIECE_WITHIN, () => { request.destroy() })
  const pieces: Buffer[] = []
  let length = 0
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      length += piece.length
      if (length > most) return 'too-long'
      pieces.push(piece)
    }
  } catch (error) {
    if (error instanceof Error) return 'cut-off'
    throw error
  } finally {
    request.socket.setTimeout(0)
  }
  return request.complete ? Buffer.concat(pieces) : 'cut-off'
}

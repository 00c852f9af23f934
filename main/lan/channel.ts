import type { TLSSocket } from 'node:tls'
import { frameBytes, openFrameReader, type Frame, type FrameLimits } from './frames.ts'

/** Frames both ways over one encrypted line. A line that fell silent, or says what is no frame, is closed. */
export interface Channel {
  /** Resolves when the line has taken it, and also when the line is gone: `next` says which. */
  readonly send: (head: object, body?: Uint8Array) => Promise<void>
  /** The next frame; null once the line is closed and all that came was given. */
  readonly next: () => Promise<Frame | null>
  /** From now on these lengths are borne: strangers get little. */
  readonly allow: (limits: FrameLimits) => void
  /** Aborted when the line closes. */
  readonly closed: AbortSignal
  readonly close: () => void
}

/** Milliseconds. */
export interface Patience {
  /** A sign of life is sent so often. */
  readonly beat: number
  /** Without any byte for so long the other side counts as gone. */
  readonly silence: number
  /** A frame that has begun must be whole by then. */
  readonly frame: number
  /** From the first byte until both sides have proved themselves. */
  readonly proof: number
}

export const PATIENCE: Patience = { beat: 4_000, silence: 15_000, frame: 120_000, proof: 8_000 }

/** Opens it with the lengths a stranger is allowed. */
export function openChannel(socket: TLSSocket, patience: Patience): Channel {
  let limits: FrameLimits = { head: 1024, body: 0 }
  const reader = openFrameReader(() => limits)
  const frames: Frame[] = []
  const gone = new AbortController()
  let wake: (() => void) | undefined
  const close = (): void => { socket.destroy() }
  const silence = setTimeout(close, patience.silence)
  let slow: NodeJS.Timeout | undefined
  const beat = setInterval(() => { for (const part of frameBytes(BEAT)) socket.write(part) }, patience.beat)

  socket.on('data', (chunk: Uint8Array) => {
    silence.refresh()
    const came = reader.read(chunk)
    if (came === undefined) return close()
    frames.push(...came.filter(({ head }) => !('beat' in head)))
    if (frames.length > MOST_UNREAD) return close()
    if (came.length > 0 || !reader.isInFrame()) {
      clearTimeout(slow)
      slow = undefined
    }
    if (reader.isInFrame()) slow ??= setTimeout(close, patience.frame)
    wake?.()
  })
  // A broken line is a closed one; nothing else follows from how it broke.
  socket.on('error', close)
  socket.on('end', close)
  socket.on('close', () => {
    clearTimeout(silence)
    clearTimeout(slow)
    clearInterval(beat)
    gone.abort()
    wake?.()
  })

  return {
    send: async (head, body) => {
      if (gone.signal.aborted) return
      socket.cork()
      const isTaken = frameBytes(head, body).map(part => part.length === 0 || socket.write(part)).every(Boolean)
      socket.uncork()
      if (isTaken) return
      await new Promise<void>(resolve => {
        socket.once('drain', resolve)
        gone.signal.addEventListener('abort', () => { resolve() }, { once: true })
      })
    },
    next: async () => {
      while (frames.length === 0 && !gone.signal.aborted) await new Promise<void>(resolve => { wake = resolve })
      return frames.shift() ?? null
    },
    allow: wider => { limits = wider },
    closed: gone.signal,
    close,
  }
}

const BEAT = { beat: true }
/** Both sides speak in turn; whoever pours out more is no friend. */
const MOST_UNREAD = 64

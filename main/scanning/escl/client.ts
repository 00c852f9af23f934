import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

export interface Answer {
  readonly status: number
  readonly bytes: Buffer
  readonly location: string | null
  /** Seconds. */
  readonly retryAfter: number | null
}

/** Nobody answers there; the answer broke off; nothing came for too long; more came than any page has; a person cancelled. */
export type Silence = 'unreachable' | 'cut' | 'silent' | 'too-large' | 'cancelled'

export interface Client {
  readonly ask: (method: 'GET' | 'POST' | 'DELETE', path: string, ask: Ask) => Promise<Answer | Silence>
  readonly close: () => void
}

export interface Ask {
  readonly body?: string
  /** For the whole answer, in ms. */
  readonly patience: number
  readonly signal?: AbortSignal
}

const MOST_BYTES = 256 * 1024 * 1024

/**
 * Speaks HTTP to one device over one socket that stays open: printers have few.
 *
 * A certificate proves nothing here: every printer signs its own, and its address is all anybody knows of it.
 */
export function clientOf(root: URL): Client {
  const isSecure = root.protocol === 'https:'
  const one = { keepAlive: true, maxSockets: 1 }
  const agent = isSecure ? new HttpsAgent({ ...one, rejectUnauthorized: false }) : new HttpAgent(one)

  /** A device may close its side of a socket while we were busy keeping the last page; that is no answer yet, so it is asked again. */
  function ask(method: string, path: string, wish: Ask): Promise<Answer | Silence> {
    const { body, patience, signal } = wish
    const late = AbortSignal.timeout(patience)
    const ended = signal === undefined ? late : AbortSignal.any([late, signal])
    return new Promise(resolve => {
      let hasBegun = false
      const fail = (): void => {
        resolve(signal?.aborted === true ? 'cancelled' : late.aborted ? 'silent' : hasBegun ? 'cut' : 'unreachable')
      }
      const headers = body === undefined ? {} : { 'Content-Type': 'text/xml', 'Content-Length': Buffer.byteLength(body) }
      const request = (isSecure ? httpsRequest : httpRequest)(new URL(path, root), { method, agent, headers, signal: ended }, response => {
        hasBegun = true
        void readAll(response).then(bytes => {
          if (bytes === null) request.destroy()
          resolve(bytes === null ? 'too-large' : { status: response.statusCode ?? 0, bytes, ...headersOf(response) })
        }, fail)
      })
      request.on('error', (error: NodeJS.ErrnoException) => {
        const isStale = request.reusedSocket && !hasBegun && error.code === 'ECONNRESET' && !ended.aborted
        if (isStale) void ask(method, path, wish).then(resolve)
        else fail()
      })
      request.end(body)
    })
  }

  return { ask, close: () => { agent.destroy() } }
}

async function readAll(response: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length
    if (length > MOST_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function headersOf({ headers }: IncomingMessage): Pick<Answer, 'location' | 'retryAfter'> {
  const seconds = Number(headers['retry-after'] ?? Number.NaN)
  return { location: headers.location ?? null, retryAfter: Number.isFinite(seconds) ? seconds : null }
}

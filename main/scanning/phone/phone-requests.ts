import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { NONCE_BYTES, seal, unseal } from './seal.ts'
import {
  byeLabel, greetingLabel, helloLabel, keptLabel, MOST_PHOTO_BYTES, NAME, NO_DOOR,
  PHONE_HEADER, photoLabel, type Greeting, type Kept,
} from './phone-words.ts'
import type { PhotoQueue } from './photo-queue.ts'
import { readBody } from './read-body.ts'
import { openTurnstile } from './turnstile.ts'

export interface RequestTools {
  readonly token: string
  readonly key: Uint8Array
  /** Host and port as they stand in the address: whoever comes by another name was led here by someone else. */
  readonly host: () => string
  readonly page: { readonly html: Uint8Array; readonly policy: string }
  readonly desk: string
  readonly queue: PhotoQueue
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
  /** The phone at the door did something. */
  readonly heard: () => void
}

type Answer = readonly [status: number, body?: Uint8Array]

/** A phone that was not heard for so long has gone; the next may come. */
const GONE_AFTER = 3 * 60_000
const MOST_A_MINUTE = 240
const MOST_AT_ONCE = 3
/** A sealed name. */
const MOST_HELLO_BYTES = 256

/**
 * Answers what comes over the office network: the page, one phone, its photographs.
 *
 * Everybody in the room can hear these lines, so whatever says something is sealed, and what does not open says nothing:
 * it is answered with 404 like a wrong address, and nothing of it is kept.
 */
export function answerPhones(tools: RequestTools): (request: IncomingMessage, response: ServerResponse) => void {
  const mayPass = openTurnstile(MOST_A_MINUTE, tools.now)
  let phone: { readonly name: string; heardAt: number } | undefined
  let atOnce = 0

  return (request, response) => {
    void answer(request).catch((): Answer => [500]).then(([status, body]) => { send(request, response, status, body) })
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    if (!mayPass(request.socket.remoteAddress ?? '')) return [429]
    if (!isForUs(request)) return [404]
    const [, token = '', rest = ''] = /^\/([\w-]{22})(\/[\w/]*)?$/.exec(request.url ?? '') ?? []
    if (!isSame(token, tools.token)) return [404]
    if (request.method === 'GET') return rest === '' ? [200, tools.page.html] : [404]
    const name = String(request.headers[PHONE_HEADER] ?? '')
    if (!NAME.test(name) || atOnce >= MOST_AT_ONCE) return NAME.test(name) ? [429] : [404]
    atOnce += 1
    try {
      return await speak(request, `${request.method ?? ''} ${rest}`, name)
    } finally {
      atOnce -= 1
    }
  }

  async function speak(request: IncomingMessage, what: string, name: string): Promise<Answer> {
    const id = /^PUT \/photos\/([0-9a-f]{32})$/.exec(what)?.[1]
    if (id === undefined && what !== 'POST /hello' && what !== 'POST /bye') return [404]
    const label = id !== undefined ? photoLabel(name, id) : what === 'POST /hello' ? helloLabel(name) : byeLabel(name)
    const body = await readBody(request, id === undefined ? MOST_HELLO_BYTES : MOST_PHOTO_BYTES + MOST_HELLO_BYTES)
    if (typeof body === 'string') return [body === 'too-long' ? 413 : 408]
    const clear = unseal(tools.key, label, body)
    if (clear === undefined) return [404]
    if (phone !== undefined && phone.name !== name && tools.now() - phone.heardAt < GONE_AFTER) return [409]
    tools.heard()
    phone = { name, heardAt: tools.now() }
    if (id !== undefined) return keep(name, id, clear)
    if (label === byeLabel(name)) phone = undefined
    return [200, sealed(greetingLabel(name), { desk: tools.desk, kept: tools.queue.keptCount() } satisfies Greeting)]
  }

  /** Answered only when it is on disk: until then the phone has the only one. */
  async function keep(name: string, id: string, bytes: Uint8Array): Promise<Answer> {
    const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
    if (!isJpeg) return [415]
    // Also a sheet that was cut out on the phone has a photograph's shadows; its resolution, if any, stands in the JPEG.
    const kept = await tools.queue.offer(`${name} ${id}`, { bytes, dpi: null, side: 'front', isPhoto: true })
    if (kept === undefined) return [503]
    tools.heard()
    return [200, sealed(keptLabel(name, id), kept satisfies Kept)]
  }

  /** A page elsewhere that makes a browser of the office call here, by its own name or across origins, gets nothing. */
  function isForUs({ headers }: IncomingMessage): boolean {
    return headers.host === tools.host() && (headers.origin === undefined || headers.origin === `http://${tools.host()}`)
  }

  function sealed(label: string, facts: unknown): Uint8Array {
    return seal(tools.key, label, new TextEncoder().encode(JSON.stringify(facts)), tools.randomBytes(NONCE_BYTES))
  }

  function send(request: IncomingMessage, response: ServerResponse, status: number, said?: Uint8Array): void {
    const isShown = request.method === 'GET'
    const isPage = isShown && status === 200
    const body = isShown ? said ?? Buffer.from(NO_DOOR) : said
    response.writeHead(status, {
      ...CALM_HEADERS,
      'content-security-policy': isPage ? tools.page.policy : "default-src 'none'",
      'content-type': isShown ? `text/${isPage ? 'html' : 'plain'}; charset=utf-8` : 'application/octet-stream',
      'content-length': body?.length ?? 0,
      // What was not read to its end cannot be followed by another request.
      ...(request.complete ? {} : { connection: 'close' }),
    })
    response.end(body)
    if (!request.complete) response.once('finish', () => { request.destroy() })
  }
}

const CALM_HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

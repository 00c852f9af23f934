import { request as httpRequest, type Agent, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { TSchema, Static } from 'typebox'
import { Value } from 'typebox/value'
import { failure, success, type Result } from '../../../shared/base/result.ts'
import {
  CityProblem, EnrolAnswer, ExchangeAnswer, GiveBackAnswer, HEADERS, OLDEST_VERSION, PageStatusAnswer, PagesAnswer,
  PROTOCOL_VERSION, PullAnswer,
  PushAnswer, ROUTES,
} from '../../../shared/sync/protocol.ts'
import { signedText } from '../../../shared/sync/signed-texts.ts'
import { sha256 } from '../../journal/sha256.ts'
import { newLineSpeed } from '../line-speed.ts'
import { openAgent, type Proxy } from '../proxy-agent.ts'
import type { RoadProblem, Transport } from './transport.ts'

export interface CityHttpsOptions {
  /** Without a slash at the end. */
  readonly address: string
  readonly device: string
  /** base64 of the device's Ed25519 signature over a text. */
  readonly sign: (text: string) => string
  /** UTC ms. */
  readonly now: () => number
  /** The system's proxy for an address; asked before each new connection of a round. */
  readonly proxyFor?: (address: string) => Promise<Proxy | null>
  readonly ca?: readonly string[]
  /** No byte for so long is a broken line. */
  readonly silenceMs?: number
}

/**
 * The road to the city: signed requests over kept connections.
 *
 * What answers must be the city: JSON with the protocol's header. A page of somebody else's is `sync/captive-page`, a
 * certificate of somebody else's `sync/certificate`. Time runs per byte, not per request: a slow line is not a broken one.
 */
export function openCityHttps(options: CityHttpsOptions): Transport {
  const { address, device, sign, now } = options
  const base = new URL(address)
  const isSecure = base.protocol === 'https:'
  const speed = newLineSpeed()
  const traffic = { sentBytes: 0, receivedBytes: 0, requests: 0 }
  let version = PROTOCOL_VERSION
  let road: { readonly key: string, readonly agent: Agent } | undefined

  async function agent(): Promise<Agent> {
    const proxy = await options.proxyFor?.(address) ?? null
    const key = proxy === null ? '' : `${proxy.host}:${String(proxy.port)}`
    if (road?.key !== key) {
      road?.agent.destroy()
      road = { key, agent: openAgent({ isSecure, proxy, ca: options.ca ?? [] }) }
    }
    return road.agent
  }

  async function ask<S extends TSchema>(path: string, body: unknown, shape: S): Promise<Result<Static<S>, RoadProblem>> {
    const text = Buffer.from(JSON.stringify(body), 'utf8')
    const isSqueezed = text.length > SQUEEZE_FROM_BYTES
    const bytes = isSqueezed ? await squeeze(text) : text
    const first = await send(path, bytes, isSqueezed, shape)
    if (first.ok || first.problem.code !== 'sync/protocol-too-new') return first
    const older = first.problem.understood?.find(understood => understood < version && understood >= OLDEST_VERSION)
    if (older === undefined) return first
    version = older
    return send(path, bytes, isSqueezed, shape)
  }

  async function send<S extends TSchema>(
    path: string, body: Buffer | AsyncIterable<Uint8Array>, isSqueezed: boolean, shape: S, isAgain = false,
  ): Promise<Result<Static<S>, RoadProblem>> {
    const isStream = !Buffer.isBuffer(body)
    const at = new Date(now()).toISOString()
    const bodySha256 = sha256(isStream ? '' : body)
    const from = now()
    const [sentBefore, receivedBefore] = [traffic.sentBytes, traffic.receivedBytes]
    const asked = (isSecure ? httpsRequest : httpRequest)(new URL(base.pathname.replace(/\/$/, '') + path, base), {
      method: 'POST', agent: await agent(),
      headers: {
        'content-type': isStream ? 'application/octet-stream' : 'application/json', 'accept-encoding': 'gzip',
        ...(isStream ? {} : { 'content-length': body.length }), ...(isSqueezed ? { 'content-encoding': 'gzip' } : {}),
        [HEADERS.version]: String(version), [HEADERS.device]: device, [HEADERS.at]: at,
        [HEADERS.signature]: sign(signedText({ method: 'POST', path, device, at, bodySha256 })),
      },
    })
    asked.setTimeout(options.silenceMs ?? (isStream ? STREAM_SILENCE_MS : SILENCE_MS), () => asked.destroy(new Error('Silence')))
    asked.on('socket', socket => {
      if (!socket.connecting) return
      const timer = setTimeout(() => asked.destroy(new Error('Nobody picks up')), CONNECT_MS)
      socket.once('connect', () => { clearTimeout(timer) }).once('close', () => { clearTimeout(timer) })
    })
    traffic.requests += 1
    const answered = new Promise<IncomingMessage>((resolve, reject) => { asked.on('response', resolve).on('error', reject).on('close', () => reject(new Error('Closed'))) })
    answered.catch(() => undefined)
    try {
      const sent = isStream ? sendPieces(asked, body, answered) : sendWhole(asked, body)
      const answer = await answered
      const bytes = await readAll(answer)
      await sent
      return await understand(answer, bytes, shape)
    } catch (error) {
      // A kept connection the other side had given up meanwhile: a new one is worth a try, since everything may be said twice.
      if (!isStream && asked.reusedSocket && !isAgain) return await send(path, body, isSqueezed, shape, true)
      return failure(ofBrokenLine(error))
    } finally {
      speed.note(traffic.sentBytes - sentBefore + traffic.receivedBytes - receivedBefore, from, now())
    }
  }

  async function sendWhole(asked: NodeJS.WritableStream, body: Buffer): Promise<void> {
    traffic.sentBytes += body.length
    asked.end(body)
    return Promise.resolve()
  }

  /** Ends early when the city answers before the stream is through: it will not have the rest. */
  async function sendPieces(asked: NodeJS.WritableStream, pieces: AsyncIterable<Uint8Array>, answered: Promise<unknown>): Promise<void> {
    const stop = new AbortController()
    answered.finally(() => stop.abort()).catch(() => undefined)
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces) {
        yield piece
        traffic.sentBytes += piece.length
      }
    }
    try {
      await pipeline(Readable.from(counted(), { objectMode: false, highWaterMark: 16_384 }), asked, { signal: stop.signal })
    } catch (error) {
      if (!stop.signal.aborted) throw error
    }
  }

  async function readAll(answer: IncomingMessage): Promise<Buffer> {
    const pieces: Buffer[] = []
    let length = 0
    for await (const piece of answer as AsyncIterable<Buffer>) {
      length += piece.length
      traffic.receivedBytes += piece.length
      if (length > MOST_ANSWER_BYTES) throw new Error('Too long an answer')
      pieces.push(piece)
    }
    if (!answer.complete) throw new Error('Half an answer')
    return Buffer.concat(pieces)
  }

  return {
    enrol: request => ask(ROUTES.enrol, request, EnrolAnswer),
    exchange: request => ask(ROUTES.exchange, request, ExchangeAnswer),
    push: request => ask(ROUTES.push, request, PushAnswer),
    pull: request => ask(ROUTES.pull, request, PullAnswer),
    giveBack: request => ask(ROUTES.giveBack, request, GiveBackAnswer),
    pageStatus: request => ask(ROUTES.pageStatus, request, PageStatusAnswer),
    sendFrames: frames => send(ROUTES.pages, frames, false, PagesAnswer),
    traffic: () => ({ ...traffic }),
    speed: speed.bytesPerSecond,
    close: () => {
      road?.agent.destroy()
      road = undefined
    },
  }
}

const SQUEEZE_FROM_BYTES = 1000
const CONNECT_MS = 15_000
/** What the system has taken of a body may lie in its buffers for long on a slow line, and looks like silence from here. */
const [SILENCE_MS, STREAM_SILENCE_MS] = [30_000, 60_000]
const MOST_ANSWER_BYTES = 20_000_000
const MOST_UNPACKED_BYTES = 100_000_000
const squeeze = promisify(gzip)
const unsqueeze = promisify(gunzip)

async function understand<S extends TSchema>(answer: IncomingMessage, bytes: Buffer, shape: S): Promise<Result<Static<S>, RoadProblem>> {
  const { statusCode: status = 0, headers } = answer
  const isJson = /^application\/(?:problem\+)?json\b/.test(headers['content-type'] ?? '')
  if (!isJson || headers[HEADERS.version] === undefined) return failure(ofStrangers(status, headers['retry-after']))
  const unpacked = headers['content-encoding'] === 'gzip' ? await unsqueeze(bytes, { maxOutputLength: MOST_UNPACKED_BYTES }) : bytes
  const value: unknown = JSON.parse(unpacked.toString('utf8'))
  if (status >= 200 && status < 300) return Value.Check(shape, value) ? success(value) : failure({ code: 'city/failed', status })
  const known = Value.Check(CityProblem, value) ? value : undefined
  if (status === 429 || status === 503) return failure({ code: 'sync/later', seconds: known?.retryAfter ?? secondsOf(headers['retry-after']) })
  if (known === undefined || known.code === 'sync/later') return failure({ code: 'city/failed', status })
  const { code, head, understood } = known
  return failure({ code, status, ...(head === undefined ? {} : { head }), ...(understood === undefined ? {} : { understood }) })
}

/** Whoever stood in front of the city answered: a page to sign in to, or a gate whose city does not run. */
function ofStrangers(status: number, retryAfter: string | undefined): RoadProblem {
  if (status === 503 && retryAfter !== undefined) return { code: 'sync/later', seconds: secondsOf(retryAfter) }
  return { code: status >= 500 && status !== 511 ? 'sync/unreachable' : 'sync/captive-page' }
}

function secondsOf(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(3600, seconds) : 30
}

function ofBrokenLine(error: unknown): RoadProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'CERT_NOT_YET_VALID' || code === 'CERT_HAS_EXPIRED') return { code: 'sync/clock' }
  return { code: /CERT|SELF_SIGNED|ISSUER|ALTNAME|ERR_TLS|EPROTO/.test(code) ? 'sync/certificate' : 'sync/unreachable' }
}

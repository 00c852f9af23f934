import type { FastifyInstance } from 'fastify'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { RoadProblem, Transport } from '../../main/sync/transports/transport.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import {
  CityProblem, EnrolAnswer, ExchangeAnswer, GiveBackAnswer, PageStatusAnswer, PagesAnswer, PullAnswer, PushAnswer, ROUTES,
} from '../../shared/sync/protocol.ts'
import { signedHeaders } from '../builders/city.ts'
import type { Random } from '../builders/random.ts'

/** How often what goes wrong, of all questions. */
export interface Mischief {
  /** The question never arrives. */
  readonly drop: number
  /** The city acted, but its answer is lost. */
  readonly lose: number
  /** The question arrives twice at once. */
  readonly repeat: number
  /** A question of earlier arrives once more, long after it was answered. */
  readonly replay: number
  /** A stream ends in the middle. */
  readonly cut: number
}

export const NO_MISCHIEF: Mischief = { drop: 0, lose: 0, repeat: 0, replay: 0, cut: 0 }

export interface InjectedRoadOptions {
  readonly app: Pick<FastifyInstance, 'inject'>
  readonly device: string
  readonly sign: (text: string) => string
  readonly now: () => number
  readonly random: Random
  readonly mischief: () => Mischief
  /** Where the city says the log stands after a push it took: acknowledged, so never to be lost. */
  readonly onPushed: (log: string, seq: number) => void
}

/** The road of a PC straight into the city's routes, without a socket: quick enough for thousands of histories. */
export function injectedRoad(options: InjectedRoadOptions): Transport {
  const { app, device, sign, now, random, mischief } = options
  const past: { readonly path: string, readonly body: Buffer, readonly headers: Record<string, string> }[] = []

  async function send(path: string, body: Buffer, type: string) {
    const isStream = type !== 'application/json'
    const headers = {
      'content-type': type, 'x-forwarded-for': '203.0.113.7',
      ...signedHeaders({ device, sign }, 'POST', path, isStream ? '' : body, new Date(now()).toISOString()),
    }
    const inject = (asked: { readonly path: string, readonly body: Buffer, readonly headers: Record<string, string> }) =>
      app.inject({ method: 'POST', url: asked.path, payload: asked.body, headers: asked.headers })
    const { drop, lose, repeat, replay } = mischief()
    const earlier = random.next() < replay && past.length > 0 ? random.pick(past) : undefined
    if (earlier !== undefined) await inject(earlier)
    if (random.next() < drop) return undefined
    const asked = { path, body, headers }
    past.push(asked)
    const [answer] = await Promise.all([inject(asked), ...(random.next() < repeat ? [inject(asked)] : [])])
    return random.next() < lose ? undefined : answer
  }

  async function ask<S extends TSchema>(path: string, body: Buffer, type: string, shape: S): Promise<Result<Static<S>, RoadProblem>> {
    const answer = await send(path, body, type)
    if (answer === undefined) return failure({ code: 'sync/unreachable' })
    const value: unknown = answer.json()
    if (answer.statusCode === 200) {
      if (!Value.Check(shape, value)) throw new Error(`The city answers otherwise than agreed: ${path}`)
      return success(value)
    }
    if (!Value.Check(CityProblem, value)) throw new Error(`The city refuses otherwise than agreed: ${path}`)
    const { code, head, retryAfter } = value
    if (answer.statusCode === 429 || answer.statusCode === 503 || code === 'sync/later') return failure({ code: 'sync/later', seconds: retryAfter ?? 1 })
    if (code === 'city/failed') throw new Error(`The city failed: ${path}`)
    return failure({ code, status: answer.statusCode, ...(head === undefined ? {} : { head }) })
  }

  const json = <S extends TSchema>(path: string, shape: S) => (question: unknown) =>
    ask(path, Buffer.from(JSON.stringify(question), 'utf8'), 'application/json', shape)
  const push = json(ROUTES.push, PushAnswer)
  return {
    enrol: json(ROUTES.enrol, EnrolAnswer),
    exchange: json(ROUTES.exchange, ExchangeAnswer),
    push: async request => {
      const answer = await push(request)
      if (answer.ok && request.device === device) options.onPushed(device, answer.value.head.seq)
      return answer
    },
    pull: json(ROUTES.pull, PullAnswer),
    giveBack: json(ROUTES.giveBack, GiveBackAnswer),
    pageStatus: json(ROUTES.pageStatus, PageStatusAnswer),
    sendFrames: async frames => {
      const pieces: Uint8Array[] = []
      for await (const piece of frames) pieces.push(piece)
      const all = Buffer.concat(pieces)
      const isCut = all.length > 0 && random.next() < mischief().cut
      const body = isCut ? all.subarray(0, random.between(0, all.length - 1)) : all
      const answer = await ask(ROUTES.pages, body, 'application/octet-stream', PagesAnswer)
      return isCut ? failure({ code: 'sync/unreachable' }) : answer
    },
    traffic: () => ({ sentBytes: 0, receivedBytes: 0, requests: 0 }),
    speed: () => null,
    close: () => undefined,
  }
}

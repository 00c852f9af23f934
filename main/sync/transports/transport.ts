import type { Result } from '../../../shared/base/result.ts'
import type {
  CityProblemCode, EnrolAnswer, EnrolRequest, ExchangeAnswer, ExchangeRequest, GiveBackAnswer, GiveBackRequest,
  PageStatusAnswer, PageStatusRequest, PagesAnswer,
  PullAnswer, PullRequest, PushAnswer, PushRequest,
} from '../../../shared/sync/protocol.ts'

/**
 * A road to whoever holds logs (rule S1). Every one speaks the same questions; everything may be asked twice.
 *
 * An answer is a value or why there is none; nothing is thrown for what a line, a proxy or a city may do.
 */
export interface Transport {
  readonly enrol: (request: EnrolRequest) => Promise<Result<EnrolAnswer, RoadProblem>>
  readonly exchange: (request: ExchangeRequest) => Promise<Result<ExchangeAnswer, RoadProblem>>
  readonly push: (request: PushRequest) => Promise<Result<PushAnswer, RoadProblem>>
  readonly pull: (request: PullRequest) => Promise<Result<PullAnswer, RoadProblem>>
  readonly giveBack: (request: GiveBackRequest) => Promise<Result<GiveBackAnswer, RoadProblem>>
  readonly pageStatus: (request: PageStatusRequest) => Promise<Result<PageStatusAnswer, RoadProblem>>
  /** One request whose body is the pieces one after another, each a frame as `shared/sync/frames.ts` lays it out. */
  readonly sendFrames: (frames: AsyncIterable<Uint8Array>) => Promise<Result<PagesAnswer, RoadProblem>>
  /** What the road carried since it was opened. */
  readonly traffic: () => Traffic
  /** Bytes a second over the last 20 seconds in which it was used; null when not known. */
  readonly speed: () => number | null
  readonly close: () => void
}

/** Bytes of bodies as they were sent and came, and how many requests. */
export interface Traffic {
  readonly sentBytes: number
  readonly receivedBytes: number
  readonly requests: number
}

/** Why there is no answer. */
export type RoadProblem = LinePoor | Waiting | CityRefusal

/**
 * Nobody answered; somebody else answered (a sign-in page of the place's network); somebody stands in between; the city's
 * certificate is good on another day than this PC's clock says.
 */
export interface LinePoor {
  readonly code: 'sync/unreachable' | 'sync/captive-page' | 'sync/certificate' | 'sync/clock'
}

/** The city is there and asks to wait (rule S10). */
export interface Waiting {
  readonly code: 'sync/later'
  readonly seconds: number
}

/** The city understood and will not. */
export interface CityRefusal {
  readonly code: Exclude<CityProblemCode, 'sync/later'>
  readonly status: number
  readonly head?: { readonly seq: number, readonly name: string }
  readonly understood?: readonly number[]
}

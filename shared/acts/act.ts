import { Type, type Static } from 'typebox'

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** What an author had seen of the subject: the newest seq of each device's acts on it (rule D3). */
export const Seen = Type.Record(Type.String(), Type.Integer({ minimum: 1 }))
export type Seen = Static<typeof Seen>

/**
 * The first half of a journal line (rule J1): what proves itself and holds no personal data.
 *
 * `prev` names the line before on the same device (sixty-four zeros on the first),
 * `body` is the sha256 of the body's bytes, `at` the wall time (UTC, ms), `clock` the hybrid
 * logical clock `ms.counter` (J4).
 */
export const Envelope = Type.Object({
  v: Type.Literal(1),
  device: Type.String({ pattern: '^[a-z0-9-]{4,40}$' }),
  seq: Type.Integer({ minimum: 1 }),
  prev: Hash,
  at: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' }),
  clock: Type.String({ pattern: '^\\d{13}\\.\\d{4,}$' }),
  subject: Type.String({ pattern: '^[a-z-]+:[A-Za-z0-9.-]{1,64}$' }),
  kind: Type.String({ pattern: '^[a-z-]+/[a-z-]+$' }),
  author: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  seen: Seen,
  /** So many acts of the same append still follow; left out on the last. A tail that lacks them was never acknowledged (rule L18). */
  more: Type.Optional(Type.Integer({ minimum: 1 })),
  body: Hash,
})
export type Envelope = Static<typeof Envelope>

/** What has happened, read back from a line: the envelope, its own name, and the opened body. */
export interface Act<Kind extends string = string, Body = Readonly<Record<string, unknown>>> {
  /** sha256 of the envelope's bytes. */
  readonly name: string
  readonly device: string
  readonly seq: number
  readonly at: string
  readonly clock: string
  readonly subject: string
  readonly kind: Kind
  readonly author: string
  readonly seen: Seen
  readonly body: Body
}

/** What a verb decided and the journal has not yet stamped. */
export interface NewAct<Kind extends string = string, Body = Readonly<Record<string, unknown>>> {
  readonly subject: string
  readonly kind: Kind
  readonly body: Body
}

/** Where a reader of the logs stands: device → last seq read, and that line's name. */
export const Position = Type.Record(Type.String(), Type.Object({ seq: Type.Integer({ minimum: 0 }), name: Hash }))
export type Position = Static<typeof Position>

/** The name before the first line of a log. */
export const BEFORE_FIRST = '0'.repeat(64)

import { Type, type Static } from 'typebox'

/**
 * What a device and the city say to each other (rules S1–S13): schema first, everything may be said twice.
 *
 * Every request names the version it speaks in the header `mot-cua-protocol`, its device in `mot-cua-device`, and proves
 * both by `mot-cua-signature`: Ed25519 over `signedText`. Answers other than 2xx are RFC 9457 problem+json with a `code`.
 */
export const PROTOCOL_VERSION = 2

/** The oldest version the city still understands: N-2, once there are so many (rule S12). */
export const OLDEST_VERSION = Math.max(1, PROTOCOL_VERSION - 2)

/** One line a change of the schemas, newest first; the test of the hash sends everyone here. */
export const HISTORY = ['2: a restored city is given its own lines back', '1: the first'] as const

export const HEADERS = {
  version: 'mot-cua-protocol',
  device: 'mot-cua-device',
  /** UTC ms of the request by the device's own clock; part of what is signed, never trusted as a time. */
  at: 'mot-cua-at',
  /** base64 of the Ed25519 signature over `signedText`. */
  signature: 'mot-cua-signature',
} as const

export const ROUTES = {
  enrol: '/sync/enrol',
  exchange: '/sync/exchange',
  push: '/sync/push',
  pull: '/sync/pull',
  giveBack: '/sync/give-back',
  pageStatus: '/sync/pages/status',
  pages: '/sync/pages',
} as const

/** Limits both sides keep, so that neither is surprised. Bytes are of the body before it is squeezed. */
export const LIMITS = {
  pushLines: 500,
  pushBytes: 2_000_000,
  lineBytes: 1_000_000,
  pullBytes: 1_000_000,
  giveBackBytes: 16_000_000,
  statusPages: 1000,
  pageBytes: 50_000_000,
  frameBytes: 65_536,
  framesBytes: 200_000_000,
} as const

const Sha = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Device = Type.String({ pattern: '^[a-z0-9-]{4,40}$' })
const Seq = Type.Integer({ minimum: 0 })
const Text = (maxLength: number) => Type.String({ maxLength })
const closed = { additionalProperties: false } as const

/** How far each log is known: device → newest seq and that line's name (rule S1). */
export const Heads = Type.Record(Device, Type.Object({ seq: Seq, name: Sha }))
export type Heads = Static<typeof Heads>

/** base64 of raw bytes: 32 of an Ed25519 public key, 64 of a signature. */
const PublicKey = Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' })
const Signature = Type.String({ pattern: '^[A-Za-z0-9+/]{86}==$' })

/**
 * How a device comes to the city: by a code a person was given, or as the copy of a device already known (rules J9, N4).
 *
 * `proof` is made with the new key over `enrolText`; `continues` names the device whose folder was copied or restored and
 * carries a proof made with that device's key over the same text.
 */
export const EnrolRequest = Type.Object({
  device: Device,
  publicKey: PublicKey,
  proof: Signature,
  code: Type.Optional(Text(40)),
  continues: Type.Optional(Type.Object({ device: Device, proof: Signature })),
  /** What the person called this desk; the city's word in the code wins. */
  desk: Type.Optional(Text(100)),
  program: Text(40),
})
export type EnrolRequest = Static<typeof EnrolRequest>

export const EnrolAnswer = Type.Object({
  unit: Type.String({ pattern: '^\\d{5}$' }),
  city: Type.Object({ name: Text(200), publicKey: PublicKey }),
  /** The logs this device follows beside those of its unit's devices: the city's public log, the unit's letterbox (rule S2). */
  follows: Type.Array(Device, { maxItems: 10 }),
})
export type EnrolAnswer = Static<typeof EnrolAnswer>

/** "Is there anything new?", and how this PC is: one request when nothing changed (rule S9). */
export const ExchangeRequest = Type.Object({
  /** sha256 of `headsText` of what this PC holds of the logs it follows: the same at the city, and nothing more is said (rule S9). */
  digest: Sha,
  health: Type.Object({
    program: Text(40),
    /** Bytes. */
    freeDisk: Type.Integer({ minimum: 0 }),
    /** Dossiers and pages that wait to be sent. */
    waiting: Type.Object({ dossiers: Type.Integer({ minimum: 0 }), pages: Type.Integer({ minimum: 0 }) }),
  }),
})
export type ExchangeRequest = Static<typeof ExchangeRequest>

/** The city's time (UTC ms), and its heads of every log this device follows, its own among them; left out when the digest was the same. */
export const ExchangeAnswer = Type.Object({ at: Text(30), heads: Type.Optional(Heads) })
export type ExchangeAnswer = Static<typeof ExchangeAnswer>

/**
 * Lines of one log, oldest first, each without its LF (rule S3).
 *
 * `signature` is the pusher's over `headText` of the last line. `device` is another than the pusher's only when a copied
 * folder held lines its city copy lacks: those go to quarantine.
 */
export const PushRequest = Type.Object({
  device: Device,
  lines: Type.Array(Type.String({ maxLength: LIMITS.lineBytes }), { minItems: 1, maxItems: LIMITS.pushLines }),
  signature: Signature,
}, closed)
export type PushRequest = Static<typeof PushRequest>

/** Where the log stands at the city now: flushed, before this was said. Lines refused one by one are named with the reason. */
export const PushAnswer = Type.Object({
  head: Type.Object({ seq: Seq, name: Sha }),
  quarantined: Type.Array(Type.Object({ seq: Seq, code: Text(60) }), { maxItems: LIMITS.pushLines }),
})
export type PushAnswer = Static<typeof PushAnswer>

/** Lines of these logs after these seqs: what fits into `bytes` (a weak line asks for less) and `LIMITS.pullBytes`, at least one. */
export const PullRequest = Type.Object({ after: Type.Record(Device, Seq), bytes: Type.Optional(Type.Integer({ minimum: 1 })) })
export type PullRequest = Static<typeof PullRequest>

export const PullAnswer = Type.Object({
  logs: Type.Array(Type.Object({
    device: Device,
    lines: Type.Array(Type.String()),
    /** Of the city over `headText` of the last line; only on the city's own logs. */
    signature: Type.Optional(Signature),
  })),
  /** More is there than was sent. */
  more: Type.Boolean(),
})
export type PullAnswer = Static<typeof PullAnswer>

/**
 * Lines of one of the city's own logs that a restored city lacks, oldest first (rule S13).
 *
 * `signature` is the city's, over `headText` of the last line, as it came with a pull: whoever brings them, they are the city's own.
 */
export const GiveBackRequest = Type.Object({
  log: Device,
  lines: Type.Array(Type.String({ maxLength: LIMITS.lineBytes }), { minItems: 1 }),
  signature: Signature,
}, closed)
export type GiveBackRequest = Static<typeof GiveBackRequest>

/** Where that log stands at the city now. */
export const GiveBackAnswer = Type.Object({ head: Type.Object({ seq: Seq, name: Sha }) })
export type GiveBackAnswer = Static<typeof GiveBackAnswer>

/** "Which of these do you have, and from which byte shall I go on?" (rule S7) */
export const PageStatusRequest = Type.Object({ pages: Type.Array(Sha, { maxItems: LIMITS.statusPages }) })
export type PageStatusRequest = Static<typeof PageStatusRequest>

/** Bytes held from the beginning on; `null` when the page is whole and its sum was read again. */
export const PageStatusAnswer = Type.Object({ held: Type.Record(Sha, Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])) })
export type PageStatusAnswer = Static<typeof PageStatusAnswer>

/** What became of each page of a stream of frames (`frames.ts`); one refused page holds back no other (rule S5). */
export const PagesAnswer = Type.Object({
  pages: Type.Array(Type.Object({
    sha256: Sha,
    state: Type.Union([Type.Literal('whole'), Type.Literal('part'), Type.Literal('refused')]),
    held: Type.Integer({ minimum: 0 }),
    code: Type.Optional(Text(60)),
  })),
})
export type PagesAnswer = Static<typeof PagesAnswer>

/** RFC 9457. `code` is ours and finds the sentence; `facts` carry what the sentence names, never personal data. */
export const CityProblem = Type.Object({
  type: Text(200),
  title: Text(200),
  status: Type.Integer(),
  code: Type.Enum([
    'sync/unsigned', 'sync/signature-wrong', 'sync/device-unknown', 'sync/device-revoked', 'sync/protocol-too-new', 'sync/protocol-too-old',
    'sync/body-invalid', 'sync/body-too-large', 'sync/line-broken', 'sync/chain-wrong', 'sync/gap', 'sync/fork', 'sync/another-unit',
    'sync/page-name', 'sync/page-length', 'sync/page-unlike', 'sync/page-unknown', 'sync/later',
    'enrol/code-wrong', 'enrol/code-used', 'enrol/code-expired', 'enrol/proof-wrong', 'enrol/device-taken', 'enrol/no-range-left', 'enrol/too-many-tries',
    'city/not-found', 'city/failed',
  ] as const),
  /** With `sync/gap` and `sync/fork`: where the log stands at the city. */
  head: Type.Optional(Type.Object({ seq: Seq, name: Sha })),
  /** With `sync/protocol-too-new` and `-too-old`: what is understood. */
  understood: Type.Optional(Type.Array(Type.Integer())),
  /** Seconds; the same as the header Retry-After (rule S10). */
  retryAfter: Type.Optional(Type.Integer({ minimum: 0 })),
})
export type CityProblem = Static<typeof CityProblem>
export type CityProblemCode = CityProblem['code']

/** Every schema that crosses, sorted by name: what the test of the hash looks at. */
export const SCHEMAS = {
  CityProblem, EnrolAnswer, EnrolRequest, ExchangeAnswer, ExchangeRequest, GiveBackAnswer, GiveBackRequest,
  PageStatusAnswer, PageStatusRequest, PagesAnswer,
  PullAnswer, PullRequest, PushAnswer, PushRequest,
} as const

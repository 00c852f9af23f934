import { Type, type Static } from 'typebox'

const DayText = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })

/** How a dossier reaches the counter. */
export const Channel = Type.Union([Type.Literal('direct'), Type.Literal('online'), Type.Literal('post')])
export type Channel = Static<typeof Channel>

/**
 * A paper a case asks for (thành phần hồ sơ). `submit` stays, `present` is shown and handed back,
 * a `note` is a sentence the source lists among the papers.
 */
export const RequiredPaper = Type.Object({
  id: Type.String({ pattern: '^p\\d{1,3}$' }),
  /** At most 70 characters, for lists and receipts. */
  title: Type.String({ minLength: 1, maxLength: 70 }),
  /** The source's whole sentence. */
  name: Type.String({ minLength: 1, maxLength: 2000 }),
  kind: Type.Union([Type.Literal('submit'), Type.Literal('present'), Type.Literal('note')]),
  originals: Type.Integer({ minimum: 0, maximum: 99 }),
  copies: Type.Integer({ minimum: 0, maximum: 99 }),
  /** Asked for only in some situations, which `name` tells. */
  conditional: Type.Boolean(),
  /** Asked for only when a proxy comes. */
  forProxy: Type.Optional(Type.Literal(true)),
  /** Only when filed this way; every way when it is missing. */
  channels: Type.Optional(Type.Array(Channel, { minItems: 1 })),
})
export type RequiredPaper = Static<typeof RequiredPaper>

/** One situation of a procedure with its own papers. A procedure with one case has one without a name. */
export const ProcedureCase = Type.Object({
  id: Type.String({ pattern: '^(default|c\\d{1,2})$' }),
  name: Type.String({ maxLength: 1000 }),
  requiredPapers: Type.Array(RequiredPaper),
  /** The source lists no paper at all: the clerk writes down what is brought. */
  unclear: Type.Optional(Type.Literal('no-papers')),
})
export type ProcedureCase = Static<typeof ProcedureCase>

/**
 * How long it may take (thời hạn giải quyết) when filed this way.
 *
 * `unclear` says why the source does not settle it: the clerk is then asked, with `limit` and `stated`
 * as what the source shows. Same shape as the calendar's limit.
 */
export const ProcedureLimit = Type.Object({
  channel: Channel,
  limit: Type.Union([Type.Null(), Type.Object({
    count: Type.Integer({ minimum: 0, maximum: 3650 }),
    unit: Type.Union([Type.Literal('hours'), Type.Literal('working-days'), Type.Literal('days'), Type.Literal('same-day'), Type.Literal('none')]),
  })]),
  unclear: Type.Optional(Type.Union([Type.Literal('blank'), Type.Literal('no-unit'), Type.Literal('several-figures')])),
  stated: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
  source: Type.Optional(Type.Literal('overlay')),
})
export type ProcedureLimit = Static<typeof ProcedureLimit>

/**
 * What must be paid when filed this way, in whole đồng (rule M2: a fee not settled is asked, never guessed).
 *
 * `tariff` names a tariff by pages instead of an amount. `unclear` as with limits; `amount` is then
 * only what the source shows.
 */
export const ProcedureFee = Type.Object({
  channel: Channel,
  amount: Type.Union([Type.Null(), Type.Integer({ minimum: 0 })]),
  per: Type.Optional(Type.String()),
  tariff: Type.Optional(Type.Literal('copy-pages')),
  unclear: Type.Optional(Type.Union([
    Type.Literal('not-stated'), Type.Literal('council-decides'), Type.Literal('set-elsewhere'), Type.Literal('several-figures'), Type.Literal('figure-doubtful'),
  ])),
  stated: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
  source: Type.Optional(Type.Literal('overlay')),
})
export type ProcedureFee = Static<typeof ProcedureFee>

/** One administrative procedure (thủ tục hành chính) as published: data, never code. */
export const Procedure = Type.Object({
  code: Type.String({ pattern: '^\\d\\.\\d{6}$' }),
  name: Type.String({ minLength: 1, maxLength: 2000 }),
  shortName: Type.String({ minLength: 1, maxLength: 120 }),
  /** What people call it, the plainest first. */
  aliases: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
  /** 1 is what counters receive most; missing for the rarer ones. */
  rank: Type.Optional(Type.Integer({ minimum: 1 })),
  field: Type.String({ minLength: 1 }),
  decision: Type.String(),
  level: Type.String(),
  who: Type.String(),
  url: Type.String(),
  version: Type.String({ minLength: 1 }),
  validFrom: Type.Optional(DayText),
  /** The last day on which it may be received. */
  validUntil: Type.Optional(DayText),
  suspendedFrom: Type.Optional(DayText),
  cases: Type.Array(ProcedureCase, { minItems: 1 }),
  limits: Type.Array(ProcedureLimit),
  fees: Type.Array(ProcedureFee),
  results: Type.Array(Type.Object({ code: Type.Optional(Type.String()), name: Type.String() })),
})
export type Procedure = Static<typeof Procedure>

export function findCase(procedure: Procedure, caseId: string): ProcedureCase | undefined {
  return procedure.cases.find(one => one.id === caseId)
}

/** The papers to lay on the table when filed this way: notes and other ways' papers are left out. */
export function papersToBring(one: ProcedureCase, channel: Channel): readonly RequiredPaper[] {
  return one.requiredPapers.filter(paper => paper.kind !== 'note' && (paper.channels ?? [channel]).includes(channel))
}

export function notesOf(one: ProcedureCase): readonly RequiredPaper[] {
  return one.requiredPapers.filter(paper => paper.kind === 'note')
}

/**
 * The limits the source gives for this way: one that is clear settles it.
 *
 * All of them where it gives none, or where several figures stand against each other: the portal spreads
 * the situations of a procedure over the ways of filing, so the clerk chooses among all.
 */
export function limitsFor(procedure: Procedure, channel: Channel): readonly ProcedureLimit[] {
  const own = procedure.limits.filter(limit => limit.channel === channel)
  return own.length > 0 && own.every(({ unclear }) => unclear !== 'several-figures') ? own : procedure.limits
}

/** The fees for this way, else for any way, as with limits. */
export function feesFor(procedure: Procedure, channel: Channel): readonly ProcedureFee[] {
  const own = procedure.fees.filter(fee => fee.channel === channel)
  return own.length > 0 ? own : procedure.fees
}

import { Type } from 'typebox'
import { ReceivedPaper } from '../papers/paper.ts'
import { BlankOf, FeeReceipt } from '../stocks/act-bodies.ts'
import { DuePromiseBody } from './due-promise.ts'
import { PartBody } from './part-bodies.ts'
import { Amount, DayText, DraftResult, FeeTaken, Keeper, OriginalsGivenBack, Refund, ResultNumber, Words } from './progress-parts.ts'

const Originals = Type.Array(OriginalsGivenBack, { maxItems: 200 })
const Count = Type.Integer({ minimum: 1, maximum: 999 })
const Signed = {
  how: Type.Union([Type.Literal('wet-ink'), Type.Literal('digital')]),
  signer: Type.String({ minLength: 1, maxLength: 200 }),
  signedOn: DayText,
}

/** The kinds of act between receipt and the handed-over result, and the bodies they carry (rules L4–L15). */
export const PROGRESS_BODIES = {
  'dossier/apologised': Type.Object({
    /** Of the written apology, where the office numbers it. */
    number: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    reason: Words,
    previousDueOn: DayText,
    due: DuePromiseBody,
  }),
  /** Why it is late, in the office's own words. */
  'dossier/delay-explained': Type.Object({ reason: Words }),
  'dossier/fee-collected': FeeTaken,
  /**
   * A receipt written wrongly counts for nothing and keeps its number; the money stays, on the next receipt. What came after the dossier
   * was closed goes back to the person instead.
   */
  'dossier/fee-receipt-voided': Type.Object({
    voided: BlankOf, reason: Words, receipt: Type.Optional(FeeReceipt), givenBack: Type.Optional(Amount),
  }),
  'dossier/forwarded': Type.Object({
    from: Keeper,
    to: Keeper,
    /** Until when it should have left the counter, UTC ms; null where it was forwarded before. */
    forwardBy: Type.Union([Type.String({ maxLength: 30 }), Type.Null()]),
    isLate: Type.Boolean(),
    note: Type.Optional(Words),
  }),
  /** The result of one part of a linked dossier. */
  'dossier/part-resolved': Type.Object({
    part: PartBody.properties.id,
    results: Type.Array(Type.Object({ ...DraftResult.properties, ...ResultNumber.properties }), { minItems: 1, maxItems: 20 }),
  }),
  /** A leader has signed the results of some parts of a linked dossier; each part is resolved by them. */
  'dossier/parts-signed': Type.Object({
    ...Signed,
    results: Type.Array(Type.Object({ ...DraftResult.properties, part: PartBody.properties.id }), { minItems: 1, maxItems: 20 }),
  }),
  'dossier/payment-recorded': Type.Object({ amount: Amount, proof: Words, paidOn: DayText, due: DuePromiseBody }),
  'dossier/payment-requested': Type.Object({
    noticeNumber: Type.String({ minLength: 1, maxLength: 100 }),
    noticedOn: DayText,
    issuedBy: Type.String({ minLength: 1, maxLength: 200 }),
    amount: Amount,
  }),
  'dossier/resolved': Type.Object({
    /** One of a part that a leader signed has its number only once the registrar gave it. */
    results: Type.Array(Type.Object({
      ...DraftResult.properties,
      number: Type.Optional(ResultNumber.properties.number),
      issuedOn: Type.Optional(ResultNumber.properties.issuedOn),
    }), { minItems: 1, maxItems: 20 }),
  }),
  'dossier/result-returned': Type.Object({
    collectedBy: Type.Union([Type.Literal('applicant'), Type.Literal('owner'), Type.Literal('proxy'), Type.Literal('post')]),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    personalNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    /** How the clerk saw who it was; by post nobody is seen. */
    identitySeen: Type.Union([
      Type.Literal('id-card'), Type.Literal('vneid'), Type.Literal('passport'), Type.Literal('other-paper'), Type.Literal('post'),
    ]),
    authorisation: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    postNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    originals: Originals,
    fee: Type.Optional(FeeTaken),
  }),
  'dossier/results-numbered': Type.Object({ numbers: Type.Array(ResultNumber, { minItems: 1, maxItems: 20 }) }),
  'dossier/sent-back': Type.Object({ reason: Words }),
  'dossier/signed': Type.Object({ ...Signed, results: Type.Array(DraftResult, { minItems: 1, maxItems: 20 }) }),
  'dossier/stopped': Type.Object({
    /** Form 05, or a refusal after appraisal; both end as national code 8. */
    as: Type.Union([Type.Literal('stop'), Type.Literal('refusal')]),
    reason: Words,
    legalGround: Type.Optional(Words),
    originals: Originals,
    refund: Type.Optional(Refund),
  }),
  'dossier/submitted-for-signature': Type.Object({ to: Keeper, results: Type.Array(DraftResult, { minItems: 1, maxItems: 20 }) }),
  'dossier/supplement-requested': Type.Object({
    /** 1 is the first request; from the second on the city's index counts the dossier as late (rule T13). */
    count: Count,
    papers: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { minItems: 1, maxItems: 100 }),
    reason: Words,
    legalGround: Type.Optional(Words),
  }),
  'dossier/supplemented': Type.Object({
    papers: Type.Array(ReceivedPaper, { maxItems: 100 }),
    policy: Type.Union([Type.Literal('restart'), Type.Literal('resume')]),
    due: DuePromiseBody,
    note: Type.Optional(Words),
  }),
  'dossier/withdrawn': Type.Object({
    /** What the person asked for, in their words or the clerk's. */
    request: Words,
    requestedBy: Type.String({ minLength: 1, maxLength: 200 }),
    originals: Originals,
    refund: Type.Optional(Refund),
  }),
} as const

import { Type, type Static } from 'typebox'
import { FeeReceipt } from '../stocks/act-bodies.ts'

/** A day as an act of the later life carries it; months and days that exist nowhere do not fit. */
export const DayText = Type.String({ pattern: '^[1-9]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })
export const Words = Type.String({ minLength: 1, maxLength: 1000 })
const Name = Type.String({ minLength: 1, maxLength: 200 })

/** Whole đồng (rule M1). */
export const Amount = Type.Integer({ minimum: 0, maximum: 999_999_999_999 })

/** Who has a dossier: a person of this office, or another agency by its name alone (rule L22). */
export const Keeper = Type.Object({
  userId: Type.Union([Type.String({ pattern: '^[a-z0-9-]{1,40}$' }), Type.Null()]),
  name: Name,
})
export type Keeper = Static<typeof Keeper>

/** A result (kết quả) before it has its number: one dossier may have several. */
export const DraftResult = Type.Object({
  /** Its own within the dossier. */
  id: Type.String({ minLength: 1, maxLength: 40 }),
  /** National code of the kind of result, `KQ.G15.000031` or `G15.000031`. */
  code: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  name: Type.String({ minLength: 1, maxLength: 500 }),
  /** Of a linked dossier, the part it resolves once a leader has signed it. */
  part: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
})
export type DraftResult = Static<typeof DraftResult>

/** What the registrar writes on a result (rule L10). */
export const ResultNumber = Type.Object({
  id: DraftResult.properties.id,
  number: Type.String({ minLength: 1, maxLength: 100 }),
  issuedOn: DayText,
})
export type ResultNumber = Static<typeof ResultNumber>

/** Originals of one paper that lie in the dossier, and how many of them went back to the person. */
export const OriginalsGivenBack = Type.Object({
  paperId: Type.String({ minLength: 1, maxLength: 100 }),
  name: Type.String({ minLength: 1, maxLength: 500 }),
  held: Type.Integer({ minimum: 0, maximum: 999 }),
  givenBack: Type.Integer({ minimum: 0, maximum: 999 }),
})
export type OriginalsGivenBack = Static<typeof OriginalsGivenBack>

/** Money taken in (rules M1, M3). */
export const FeeTaken = Type.Object({
  amount: Amount,
  method: Type.Union([Type.Literal('cash'), Type.Literal('transfer')]),
  /** Of the fee receipt handed out, as it is printed on it. */
  receiptNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  /** Drawn from a stock of this desk, where the office uses one (rule M3). */
  receipt: Type.Optional(FeeReceipt),
})
export type FeeTaken = Static<typeof FeeTaken>

/** Money given back; without an amount the person gets nothing and the words say why. */
export const Refund = Type.Object({ amount: Amount, reason: Type.Optional(Words) })
export type Refund = Static<typeof Refund>

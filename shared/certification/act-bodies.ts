import { Type, type Static } from 'typebox'
import { MAX_ADDRESS_LENGTH, MAX_NAME_LENGTH } from '../people/person.ts'
import { BlankOf, FeeReceipt } from '../stocks/act-bodies.ts'
import { BOOK_KINDS } from './book-kinds.ts'

const DayText = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const Words = Type.String({ minLength: 1, maxLength: 1000 })
const Money = Type.Integer({ minimum: 0, maximum: 999_999_999_999 })
const Count = (maximum: number) => Type.Integer({ minimum: 1, maximum })

/** The form it was typed into: a draft that was entered is not offered again, also after a kill. No pages were scanned for it. */
const TypedIn = Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }), rows: Type.Array(Type.Unknown(), { maxItems: 0 }) })

const Device = Type.String({ pattern: '^[a-z0-9-]{4,40}$' })
/** Which of its author's books: the device is the act's own. */
const Book = { kind: Type.Enum(BOOK_KINDS), year: Type.Integer({ minimum: 2000, maximum: 2999 }) }
/** Which book a number stands in: where no keeper gave it (rule N6), the author's own. */
const BookOfNumber = { ...Book, keeper: Type.Optional(Device) }
const Label = Type.String({ minLength: 1, maxLength: 60 })

/** Made at random by the desk that asks: sixteen bytes, one for each asking, the same when it is asked again. */
export const LendingRequest = Type.String({ pattern: '^[0-9a-f]{32}$' })

/** What the book keeps of whoever asks: no more than its columns and the words of certification need. */
export const CertificationPerson = Type.Object({
  name: Type.String({ minLength: 1, maxLength: MAX_NAME_LENGTH }),
  personalNumber: Type.Optional(Type.String({ maxLength: 30 })),
  phone: Type.Optional(Type.String({ maxLength: 30 })),
  address: Type.Optional(Type.String({ maxLength: MAX_ADDRESS_LENGTH })),
}, { additionalProperties: false })
export type CertificationPerson = Static<typeof CertificationPerson>

/** Whoever signs the certification, with the title that stands over the signature. */
export const Signer = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  title: Type.String({ minLength: 1, maxLength: 200 }),
})
export type Signer = Static<typeof Signer>

/** How the person was known: the card was read, a paper was shown, or neither was needed. */
export const IdentitySeen = Type.Union([Type.Literal('card-read'), Type.Literal('shown'), Type.Literal('not-needed')])
export type IdentitySeen = Static<typeof IdentitySeen>

export const Payment = Type.Union([Type.Literal('cash'), Type.Literal('transfer')])

/** One kind of paper: one number, however many copies (rule N5). Whole đồng (M1), and why less or nothing is paid (M3). */
const CertifiedPaper = Type.Object({
  book: Type.Object({ ...BookOfNumber, label: Label }),
  number: Count(9_999_999),
  procedure: Type.String({ minLength: 1, maxLength: 40 }),
  name: Type.String({ minLength: 1, maxLength: 500 }),
  pageCount: Count(10_000),
  copyCount: Count(1_000),
  fee: Type.Object({ amount: Money, basis: Type.String({ maxLength: 500 }), exemptionGround: Type.Optional(Words) }),
})

/**
 * The kinds of act on `certification:…` and `book:…` subjects and the bodies they carry.
 *
 * A body may hold more than is named here (its `salt`, what a newer version adds): what is named must fit.
 */
export const CERTIFICATION_BODIES = {
  /** On the book: it begins, and from now on bears this name. */
  'book/opened': Type.Object({ ...Book, label: Label }),
  /** On the book: nothing more is entered. `last` is its last number, `voidedCount` how many of them count for nothing. */
  'book/closed': Type.Object({
    ...Book,
    label: Label,
    last: Type.Integer({ minimum: 0 }),
    voidedCount: Type.Integer({ minimum: 0 }),
    /** With other desks, and not known to be entered (rule N6); missing where there are none. */
    lentCount: Type.Optional(Count(9_999_999)),
    closedByName: Type.String({ maxLength: 200 }),
  }),
  /**
   * On the book of a keeper (rule N6): these numbers, `from` and the next `count - 1`, are for that desk, which enters them in visits of
   * its own log. `request` is the desk's own word for what it asked.
   */
  'book/numbers-lent': Type.Object({
    ...Book, label: Label, to: Device, toDesk: Type.String({ maxLength: 100 }), from: Count(9_999_999), count: Count(50),
    request: LendingRequest,
  }),
  'certification/certified': Type.Object({
    person: CertificationPerson,
    identity: IdentitySeen,
    signer: Signer,
    papers: Type.Array(CertifiedPaper, { minItems: 1, maxItems: 50 }),
    payment: Payment,
    /** For the whole visit, drawn from a stock of this desk where it has one (rule M3). */
    receipt: Type.Optional(FeeReceipt),
    /** When the person gets the papers; later than today after the hour of rule T7, or where both agreed so. */
    dueOn: DayText,
    deskName: Type.String({ maxLength: 100 }),
    clerkName: Type.String({ maxLength: 200 }),
    clockDoubted: Type.Boolean(),
    draft: Type.Optional(TypedIn),
  }),
  'certification/refused': Type.Object({
    person: CertificationPerson,
    procedure: Type.String({ minLength: 1, maxLength: 40 }),
    paperName: Type.String({ minLength: 1, maxLength: 500 }),
    /** The ground's id, and its words as they were then. */
    ground: Type.String({ minLength: 1, maxLength: 100 }),
    groundWords: Words,
    legalBasis: Type.String({ maxLength: 300 }),
    note: Type.Optional(Words),
    draft: Type.Optional(TypedIn),
    deskName: Type.String({ maxLength: 100 }),
    clerkName: Type.String({ maxLength: 200 }),
  }),
  /**
   * One number counts for nothing and stays in the book; its fee was given back (rule N5). The receipt of the visit then says too much:
   * `voided` names it, and `receipt` the one for what is still paid (rule M3).
   */
  'certification/voided': Type.Object({
    book: Type.Object(BookOfNumber), number: Count(9_999_999), reason: Words, refunded: Money,
    voided: Type.Optional(BlankOf), receipt: Type.Optional(FeeReceipt),
  }),
} as const

export type CertificationBodies = { readonly [Kind in keyof typeof CERTIFICATION_BODIES]: Static<(typeof CERTIFICATION_BODIES)[Kind]> }
export type CertificationActKind = keyof CertificationBodies

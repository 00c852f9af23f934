import { Type, type Static } from 'typebox'

const MAX_NUMBER = 999_999_999
const Name = Type.String({ minLength: 1, maxLength: 200 })
const NumberOfBlank = Type.Integer({ minimum: 1, maximum: MAX_NUMBER })
/** As the tax office printed or registered them: mẫu số, ký hiệu. */
const Mark = Type.String({ minLength: 1, maxLength: 50 })

/** A receipt that was drawn for money taken: the numbers that stand on its blank. */
export const FeeReceipt = Type.Object({
  /** The stock it lies in. */
  stock: Type.String({ pattern: '^stock:[a-z0-9-]{4,40}\\.[1-9][0-9]{0,5}$' }),
  form: Mark,
  symbol: Mark,
  number: NumberOfBlank,
  /** The number as it is printed, with its noughts. */
  printed: Type.String({ minLength: 1, maxLength: 12 }),
  taxNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
})
export type FeeReceipt = Static<typeof FeeReceipt>

/** Which blank of a stock. */
export const BlankOf = Type.Object({
  stock: FeeReceipt.properties.stock,
  number: NumberOfBlank,
  /** The number as it is printed, of one that was drawn. */
  printed: Type.Optional(FeeReceipt.properties.printed),
})
export type BlankOf = Static<typeof BlankOf>

/**
 * The kinds of act on a `stock:…` subject and the bodies they carry.
 *
 * A body may hold more than is named here (its `salt`, what a newer version adds): what is named must fit.
 */
export const STOCK_BODIES = {
  'stock/given': Type.Object({
    form: Mark,
    symbol: Mark,
    taxNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
    /** Both ends belong to it. */
    from: NumberOfBlank,
    to: NumberOfBlank,
    /** How many digits are printed. */
    width: Type.Integer({ minimum: 1, maximum: 9 }),
    /** The one person who writes on them; whoever sits at this desk when left out. */
    keeper: Type.Optional(Type.Object({ userId: Type.String({ minLength: 1, maxLength: 40 }), name: Name })),
    deskName: Type.String({ maxLength: 100 }),
    givenByName: Name,
  }),
  /** A blank that was never written on counts for nothing: torn, misprinted, lost. */
  'stock/number-voided': Type.Object({ number: NumberOfBlank, reason: Type.String({ minLength: 1, maxLength: 1000 }) }),
  /** What is left goes back; nothing more is written from it. */
  'stock/closed': Type.Object({
    last: Type.Integer({ minimum: 0, maximum: MAX_NUMBER }),
    leftCount: Type.Integer({ minimum: 0 }),
    closedByName: Name,
  }),
} as const

export type StockBodies = { readonly [Kind in keyof typeof STOCK_BODIES]: Static<(typeof STOCK_BODIES)[Kind]> }
export type StockActKind = keyof StockBodies

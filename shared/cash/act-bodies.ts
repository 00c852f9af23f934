import { Type, type Static } from 'typebox'

const Money = Type.Integer({ minimum: 0, maximum: 999_999_999_999 })

/** The one kind of act on `cash:…`. Whole đồng (rule M1). */
export const CASH_BODIES = {
  'cash/counted': Type.Object({
    /** UTC, ms: the count before; null for the first one at this PC. */
    since: Type.Union([Type.String({ maxLength: 40 }), Type.Null()]),
    collected: Money,
    refunded: Money,
    counted: Money,
    /** Why it is not what it should be. */
    reason: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
    countedByName: Type.String({ maxLength: 200 }),
  }),
} as const
export type CashCount = Static<(typeof CASH_BODIES)['cash/counted']>

/** The subject of one person's counts at one PC. */
export function cashSubject(device: string, userId: string): string {
  return `cash:${device}.${userId}`
}

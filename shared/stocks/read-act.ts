import type { Act } from '../acts/act.ts'
import { checkerOf } from '../base/checker.ts'
import { BlankOf, FeeReceipt, STOCK_BODIES, type StockActKind, type StockBodies } from './act-bodies.ts'

/** An act on a stock whose body is what its kind promises. */
export type KnownStockAct = { readonly [Kind in StockActKind]: { readonly kind: Kind; readonly body: StockBodies[Kind] } }[StockActKind]

const CHECKS = new Map(Object.entries(STOCK_BODIES).map(([kind, schema]) => [kind, checkerOf(schema)]))
const isReceipt = checkerOf(FeeReceipt)
const isBlank = checkerOf(BlankOf)

/** The act as one of a stock's own, or undefined when its kind is another's or its body cannot be read. */
export function readStockAct({ kind, body }: Pick<Act, 'kind' | 'body'>): KnownStockAct | undefined {
  return CHECKS.get(kind)?.(body) === true ? { kind, body } as unknown as KnownStockAct : undefined
}

/** What an act on a dossier or a visit does to a stock: the receipt it draws, the one that counts for nothing from then on. */
export function readDrawing({ kind, body }: Pick<Act, 'kind' | 'body'>): { readonly drawn?: FeeReceipt; readonly voided?: BlankOf } | undefined {
  if (!DRAWING.has(kind)) return undefined
  const drawn = body['receipt'] ?? (isObject(body['fee']) ? body['fee']['receipt'] : undefined)
  const voided = body['voided']
  return { ...(isReceipt(drawn) && { drawn }), ...(isBlank(voided) && { voided }) }
}

/** Whether an act may change a stock. */
export function isOfStocks({ kind, subject }: Pick<Act, 'kind' | 'subject'>): boolean {
  return subject.startsWith('stock:') || DRAWING.has(kind)
}

const DRAWING: ReadonlySet<string> = new Set([
  'certification/certified', 'certification/voided', 'dossier/fee-collected', 'dossier/fee-receipt-voided', 'dossier/result-returned',
])

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

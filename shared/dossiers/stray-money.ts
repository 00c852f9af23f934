import type { Act } from '../acts/act.ts'
import type { BlankOf, FeeReceipt } from '../stocks/act-bodies.ts'
import type { Dossier } from './dossier.ts'
import { readAct } from './known-act.ts'

/** A receipt of money that no state of the dossier admitted: what was taken on it is not the dossier's, and goes back. */
export interface StrayMoney {
  readonly receipt: FeeReceipt
  /** Whole đồng; nothing where it took the place of a receipt whose money is the dossier's. */
  readonly amount: number
}

/** What came after the dossier was closed, as far as its receipts still count, in folding order (rule M3). */
export function strayMoney({ acts, money, strayReceipts = [] }: Pick<Dossier, 'acts' | 'money' | 'strayReceipts'>): readonly StrayMoney[] {
  const counting = new Set(strayReceipts.filter(({ voided }) => voided === undefined).map(keyOf))
  const own = new Set(money.flatMap(({ receipt }) => (receipt === undefined ? [] : [keyOf(receipt)])))
  const drawn = acts.reduce<ReadonlyMap<string, StrayMoney>>((before, act) => withDrawn(before, act, own), new Map())
  return [...drawn].flatMap(([key, stray]) => (counting.has(key) ? [stray] : []))
}

/** Whether both are one piece of paper. */
export function isSameBlank(one: Pick<BlankOf, 'stock' | 'number'>, other: Pick<BlankOf, 'stock' | 'number'>): boolean {
  return keyOf(one) === keyOf(other)
}

/** A receipt that took the place of another stands for the same money. */
function withDrawn(drawn: ReadonlyMap<string, StrayMoney>, act: Act, own: ReadonlySet<string>): ReadonlyMap<string, StrayMoney> {
  const known = readAct(act)
  const withMoney = (receipt: FeeReceipt | undefined, amount = 0): ReadonlyMap<string, StrayMoney> => receipt === undefined
    ? drawn : new Map([...drawn, [keyOf(receipt), { receipt, amount: own.has(keyOf(receipt)) ? 0 : amount }]])
  switch (known?.kind) {
    case 'dossier/fee-collected': return withMoney(known.body.receipt, known.body.amount)
    case 'dossier/result-returned': return withMoney(known.body.fee?.receipt, known.body.fee?.amount)
    case 'dossier/fee-receipt-voided': return withMoney(known.body.receipt, drawn.get(keyOf(known.body.voided))?.amount)
    default: return drawn
  }
}

function keyOf({ stock, number }: Pick<BlankOf, 'stock' | 'number'>): string {
  return `${stock} ${String(number)}`
}

// The rules of numbered receipts and of the drawer (M1, M3, N3, D5), written down a second time to be compared with the program.

/** What happens to a stock of receipts; its name is told by the desk it lies at and the how-manieth it is there. */
export type BlankEvent = { readonly at: number; readonly stock: string } & (
  | { readonly what: 'give'; readonly device: string; readonly symbol: string; readonly from: number; readonly to: number; readonly keeper: string | null }
  | { readonly what: 'draw' | 'spoil'; readonly number: number }
  | { readonly what: 'close' })

/** A stock as the model sees it. */
export interface ModelStock {
  readonly stock: string
  readonly device: string
  readonly symbol: string
  readonly from: number
  readonly to: number
  /** The one person who writes on it; null for everybody at the desk. */
  readonly keeper: string | null
  readonly givenAt: number
  readonly drawn: number[]
  readonly spoilt: Set<number>
  isClosed: boolean
}

/** Every stock, in the order of giving, from what is known at one desk. */
export function stocksByRules(events: readonly BlankEvent[]): readonly ModelStock[] {
  const stocks: ModelStock[] = []
  for (const event of events) {
    if (event.what === 'give') {
      const { stock, device, symbol, from, to, keeper, at } = event
      stocks.push({ stock, device, symbol, from, to, keeper, givenAt: at, drawn: [], spoilt: new Set(), isClosed: false })
      continue
    }
    const of = stocks.find(({ stock }) => stock === event.stock)
    if (of === undefined) continue
    if (event.what === 'draw') of.drawn.push(event.number)
    else if (event.what === 'spoil') of.spoilt.add(event.number)
    else of.isClosed = true
  }
  return stocks
}

/** A receipt: of which stock, which number. */
export interface ModelBlank { readonly stock: string; readonly number: number }

/**
 * What the next money of this person at this desk is taken on (rule M3): the person's own stock before the desk's, the one given first
 * before the next; never twice, nothing that is spoilt.
 */
export function nextBlank(stocks: readonly ModelStock[], device: string, userId: string): ModelBlank | 'none' | 'used-up' {
  const open = stocks.filter(stock => stock.device === device && !stock.isClosed)
  const own = open.filter(({ keeper }) => keeper === userId)
  const usable = own.length > 0 ? own : open.filter(({ keeper }) => keeper === null)
  for (const stock of usable) {
    const others = stocks.filter(other => other !== stock && other.symbol === stock.symbol)
    for (let number = reach(stock) + 1; number <= stock.to; number += 1) {
      if (!stock.spoilt.has(number) && !others.some(other => belongsTo(other, number, stock))) return { stock: stock.stock, number }
    }
  }
  return usable.length > 0 ? 'used-up' : 'none'
}

const reach = ({ from, drawn }: ModelStock): number => Math.max(from - 1, ...drawn)

/** Two desks typed one range (rule D5): the one given earlier draws what is shared while it is open; nobody draws what was drawn. */
function belongsTo(other: ModelStock, number: number, mine: ModelStock): boolean {
  if (number < other.from || number > other.to) return false
  return (other.givenAt < mine.givenAt && !other.isClosed) || number <= reach(other) || other.spoilt.has(number)
}

/** Received, used, void and left (rule M3): each blank is one of the last three. */
export function countBlanks({ from, to, drawn, spoilt }: ModelStock) {
  const used = drawn.filter(number => !spoilt.has(number)).sort((one, other) => one - other)
  return { used, voided: [...spoilt].sort((one, other) => one - other), left: to - from + 1 - used.length - spoilt.size }
}

/** Numbers one symbol has twice, and numbers before the last one drawn that nobody drew and nobody spoilt. */
export function faultsOf(stocks: readonly ModelStock[]): { readonly twice: number; readonly gaps: number } {
  let [twice, gaps] = [0, 0]
  for (const one of stocks) {
    const shared = stocks.filter(other => other !== one && other.symbol === one.symbol && other.from <= one.to && one.from <= other.to)
    twice += one.drawn.length - new Set(one.drawn).size
    for (let number = one.from; number < reach(one) && shared.length === 0; number += 1) {
      if (!one.drawn.includes(number) && !one.spoilt.has(number)) gaps += 1
    }
  }
  return { twice, gaps }
}

/** Money of one person at one desk, as it went in and out, and the counts between. */
export type CashEvent =
  | { readonly what: 'take'; readonly subject: string; readonly amount: number; readonly method: 'cash' | 'transfer' }
  | { readonly what: 'give-back'; readonly subject: string; readonly amount: number }
  | { readonly what: 'count' }

/**
 * What a person took in notes and gave back in notes since they counted last (rule M1): what came by transfer goes back by transfer.
 */
export function drawerByRules(events: readonly CashEvent[]): { collected: number; refunded: number; expected: number } {
  const since = events.slice(events.findLastIndex(({ what }) => what === 'count') + 1)
  let [collected, refunded] = [0, 0]
  const transferred = new Map<string, number>()
  for (const event of since) {
    if (event.what === 'count') continue
    const byTransfer = transferred.get(event.subject) ?? 0
    if (event.what === 'give-back') {
      const back = Math.min(byTransfer, event.amount)
      transferred.set(event.subject, byTransfer - back)
      refunded += event.amount - back
    } else if (event.method === 'transfer') transferred.set(event.subject, byTransfer + event.amount)
    else collected += event.amount
  }
  return { collected, refunded, expected: Math.max(0, collected - refunded) }
}

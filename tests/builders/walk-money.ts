import type { Act } from '../../shared/acts/act.ts'
import { EMPTY_DRAWER, expectedIn } from '../../shared/cash/drawer.ts'
import { foldCertification } from '../../shared/certification/fold.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { receiptsDrawn } from '../../shared/registers/receipts-drawn.ts'
import { foldStock } from '../../shared/stocks/fold-stock.ts'
import type { User } from '../../shared/users/user.ts'
import { STAFF } from './dossier-life.ts'
import {
  countBlanks, drawerByRules, faultsOf, nextBlank, stocksByRules, type CashEvent, type ModelBlank, type ModelStock,
} from './money-model.ts'
import type { Counter, WalkedOffice } from './walk-office.ts'

const MARKS = { form: '01BLP2-001', symbols: ['CT-26T', 'CT-26B'] } as const

/** One random thing is done with a stock of receipts, or a drawer is counted. */
export function walkMoney(walk: WalkedOffice, counter: Counter, by: User, at: number): void {
  const roll = walk.random.next()
  if (roll < 0.4) giveStock(walk, counter, by, at)
  else if (roll < 0.55) spoilBlank(walk, counter, by, at)
  else if (roll < 0.65) closeStock(walk, counter, by, at)
  else countDrawer(walk, counter, by, at)
}

const holds = (by: User, roles: readonly string[]): boolean => by.roles.some(role => roles.includes(role))
const mayManage = (by: User): boolean => holds(by, ['fee-clerk', 'director'])
const mayHandleMoney = (by: User): boolean => holds(by, ['clerk', 'fee-clerk', 'director'])

function giveStock({ random, decide, judge, write }: WalkedOffice, counter: Counter, by: User, at: number): void {
  const symbol = random.pick(MARKS.symbols)
  const from = random.between(0, 30) * 20 + random.between(0, 3)
  const to = from + random.between(-1, 14)
  const keeper = random.next() < 0.7 ? null : random.pick([...STAFF.map(({ id }) => id), 'nobody'])
  const stocks = stocksByRules(counter.blanks)
  const isKnown = stocks.some(known => known.symbol === symbol && known.from <= to && from <= known.to)
  const isPerson = keeper === null || STAFF.some(({ id }) => id === keeper)
  const input = { form: MARKS.form, symbol, from: String(from), to: String(to), ...(keeper === null ? {} : { keeper }) }
  const answer = decide(counter, 'stock/give', input, by, at)
  if (!judge('give a stock', answer, mayManage(by) && from >= 1 && from <= to && isPerson && !isKnown)) return
  const nth = stocks.filter(({ device }) => device === counter.name).length + 1
  counter.blanks.push({ what: 'give', at, stock: `stock:${counter.name}.${String(nth)}`, device: counter.name, symbol, from, to, keeper })
  write(counter, answer.value, by, at)
}

function spoilBlank(walk: WalkedOffice, counter: Counter, by: User, at: number): void {
  const { random, decide, judge, write } = walk
  const stocks = stocksByRules(counter.blanks)
  if (stocks.length === 0) return
  const stock = random.pick(stocks)
  const number = random.between(stock.from - 1, stock.to + 1)
  const isBlank = number >= stock.from && number <= stock.to && !stock.spoilt.has(number) && number > Math.max(0, ...stock.drawn)
  const answer = decide(counter, 'stock/void-blank', { subject: stock.stock, number: String(number), reason: 'Rách' }, by, at)
  if (!judge('spoil a blank', answer, mayHandleMoney(by) && isWritable(stock, counter) && isBlank)) return
  counter.blanks.push({ what: 'spoil', at, stock: stock.stock, number })
  walk.figures.spoilt += 1
  write(counter, answer.value, by, at)
  compareStocks(walk, counter)
}

function closeStock({ random, decide, judge, write }: WalkedOffice, counter: Counter, by: User, at: number): void {
  const stocks = stocksByRules(counter.blanks)
  if (stocks.length === 0) return
  const stock = random.pick(stocks)
  const answer = decide(counter, 'stock/close', { subject: stock.stock }, by, at)
  if (!judge('close a stock', answer, mayManage(by) && isWritable(stock, counter))) return
  counter.blanks.push({ what: 'close', at, stock: stock.stock })
  write(counter, answer.value, by, at)
}

const isWritable = ({ device, isClosed }: ModelStock, counter: Counter): boolean => device === counter.name && !isClosed

/** Whether a receipt may be spoilt here: the stock it lies in is this desk's and open (rule M3). */
export function maySpoil(counter: Counter, { stock }: ModelBlank): boolean {
  return stocksByRules(counter.blanks).some(one => one.stock === stock && isWritable(one, counter))
}

/** The receipt the next money of this person is taken on. */
export function blankFor(counter: Counter, by: User): ReturnType<typeof nextBlank> {
  return nextBlank(stocksByRules(counter.blanks), counter.name, by.id)
}

/** What an act that took money on a receipt, or spoilt one, does to the model's stocks; both must have drawn the same number. */
export function drawBlank(walk: WalkedOffice, counter: Counter, acts: readonly Act[], at: number, drawn: ModelBlank | 'none', spoilt?: ModelBlank): void {
  const ours = acts.flatMap(({ body }) => receiptIn(body))
  walk.differ(`the receipt at ${counter.name}`, ours, drawn === 'none' ? [] : [drawn])
  if (spoilt !== undefined) {
    counter.blanks.push({ what: 'spoil', at, ...spoilt })
    walk.figures.spoilt += 1
  }
  if (drawn !== 'none') {
    counter.blanks.push({ what: 'draw', at, ...drawn })
    walk.figures.receipts += 1
  }
  compareStocks(walk, counter)
}

function receiptIn(body: Act['body']): readonly ModelBlank[] {
  const { receipt } = { receipt: undefined, ...(body['fee'] as object | undefined), ...body } as { readonly receipt: ModelBlank | undefined }
  return receipt === undefined ? [] : [{ stock: receipt.stock, number: receipt.number }]
}

/** Money went in or out of a person's drawer. */
export function moveCash(walk: WalkedOffice, counter: Counter, by: User, event: CashEvent): void {
  const events = counter.cash.get(by.id) ?? []
  events.push(event)
  counter.cash.set(by.id, events)
  const { collected, refunded } = counter.drawers[by.id] ?? EMPTY_DRAWER
  const ours = { collected, refunded, expected: expectedIn({ collected, refunded }) }
  walk.differ(`the drawer of ${by.id} at ${counter.name}`, ours, drawerByRules(events))
}

function countDrawer(walk: WalkedOffice, counter: Counter, by: User, at: number): void {
  const { random, decide, judge, write, figures } = walk
  const { collected, refunded, expected } = drawerByRules(counter.cash.get(by.id) ?? [])
  const counted = expected + random.pick([0, 0, 0, 1000])
  const reason = random.pick(['', 'Thối nhầm'])
  const isTouched = counted > 0 || collected > 0 || refunded > 0
  const answer = decide(counter, 'cash/count', { counted, reason }, by, at)
  if (!judge('count a drawer', answer, mayHandleMoney(by) && isTouched && (counted === expected || reason !== ''))) return
  figures.counts += 1
  const [act] = write(counter, answer.value, by, at)
  walk.differ('a count of a drawer', [act?.body['collected'], act?.body['refunded'], act?.body['counted']], [collected, refunded, counted])
  moveCash(walk, counter, by, { what: 'count' })
}

/** How far this counter's own stocks are written. */
function compareStocks({ differ }: WalkedOffice, counter: Counter): void {
  for (const stock of stocksByRules(counter.blanks).filter(({ device }) => device === counter.name)) {
    const ours = counter.stocks[stock.stock]
    const { used, voided } = countBlanks(stock)
    differ(`the stock ${stock.stock}`, ours && [ours.usedCount, [...ours.voided].sort((one, other) => one - other), ours.closedAt !== null],
      [used.length, voided, stock.isClosed])
  }
}

/** The register of receipts, from what the counter that has met all knows: received, used, void and left; no number twice, no gap. */
export function compareReceipts({ differ }: WalkedOffice, counter: Counter): void {
  const bySubject = Map.groupBy(counter.log.acts(), ({ subject }) => subject)
  const dossiers = [...bySubject.values()].flatMap(acts => fold(acts) ?? [])
  const visits = [...bySubject.values()].flatMap(acts => foldCertification(acts) ?? [])
  const drawn = receiptsDrawn(dossiers, visits)
  const stocks = stocksByRules(counter.blanks)
  for (const stock of stocks) {
    const ours = foldStock(stock.stock, counter.log.acts(), drawn)
    const { used, voided } = countBlanks(stock)
    differ(`the register of ${stock.stock}`, ours && [ours.used, ours.voided.map(({ number }) => number), ours.closedAt !== null],
      [used, voided, stock.isClosed])
  }
  differ('receipts drawn twice or passed over', { twice: 0, gaps: 0 }, faultsOf(stocks))
}

import { join } from 'node:path'
import { linesIn } from './books-on-disk.ts'

/** What the bytes on disk say about dossier codes and fee receipts, read without one line of the product's code. */
export interface NumbersOnDisk {
  /** Every code, and every receipt as `<stock> <number>`, in the order of the log. */
  readonly all: readonly string[]
  readonly dossiers: number
  readonly receipts: number
  readonly spoilt: number
  readonly days: number
  /** Codes and receipts that stand more than once. */
  readonly twice: number
  /** Codes of a day that were passed over before its last one: only a drive that refused may leave one (rule N3). */
  readonly skipped: number
  /** Codes outside the desk's range (rule N2). */
  readonly outside: number
  /** Receipts of a stock before its last one that nobody wrote on (rule M3). */
  readonly receiptGaps: number
}

const [FIRST, LAST] = [1, 500]

interface Blank { readonly stock: string; readonly number: number }

export function readNumbersOnDisk(dataFolder: string): NumbersOnDisk {
  const codes: string[] = []
  const numbersByDay = new Map<string, number[]>()
  const firstOf = new Map<string, number>()
  const blanks: Blank[] = []
  let spoilt = 0
  const isWanted = (kind: string): boolean => kind.startsWith('dossier/') || kind === 'stock/given'
  let stocks = 0
  for (const { kind, device, body } of linesIn(join(dataFolder, 'journal'), isWanted)) {
    if (kind === 'stock/given') firstOf.set(`stock:${device}.${String(stocks += 1)}`, Number(body['from']))
    if (kind === 'dossier/received') {
      const code = String(body['code'])
      const [day = '', number = ''] = code.split('-').slice(-2)
      codes.push(code)
      numbersByDay.set(day, [...numbersByDay.get(day) ?? [], Number(number)])
    }
    if (kind === 'dossier/fee-receipt-voided') spoilt += 1
    if (kind === 'dossier/fee-collected' || kind === 'dossier/fee-receipt-voided') blanks.push(body['receipt'] as Blank)
  }
  const receipts = blanks.map(({ stock, number }) => `${stock} ${String(number)}`)
  const all = [...codes, ...receipts]
  const passedOver = (numbers: readonly number[], first: number): number =>
    Math.max(first - 1, ...numbers) - first + 1 - new Set(numbers).size
  const ofDays = [...numbersByDay.values()]
  const ofStocks = [...Map.groupBy(blanks, ({ stock }) => stock)]
  return {
    all, dossiers: codes.length, receipts: receipts.length, spoilt, days: numbersByDay.size, twice: all.length - new Set(all).size,
    skipped: ofDays.reduce((sum, numbers) => sum + passedOver(numbers, FIRST), 0),
    outside: ofDays.flat().filter(number => number < FIRST || number > LAST).length,
    receiptGaps: ofStocks.reduce((sum, [stock, of]) => sum + passedOver(of.map(({ number }) => number), firstOf.get(stock) ?? 1), 0),
  }
}

import type { StockView } from '../../shared/bridge/main-api.ts'
import { parseStockSubject } from '../../shared/stocks/stock.ts'
import { leftIn, type StocksWritten } from '../../shared/stocks/stocks.ts'

/** Every stock of fee receipts this PC knows, those of this desk first, the newest first (rule M3). */
export function stocksKnown(stocks: StocksWritten, device: string, gone: readonly string[]): readonly StockView[] {
  return Object.entries(stocks)
    .map(([subject, state]): StockView => {
      const writer = parseStockSubject(subject)?.device ?? ''
      return { ...state, subject, isOwn: writer === device, isOrphan: gone.includes(writer), leftCount: leftIn(state) }
    })
    .sort((one, other) => Number(other.isOwn) - Number(one.isOwn) || (one.givenAt < other.givenAt ? 1 : -1))
}

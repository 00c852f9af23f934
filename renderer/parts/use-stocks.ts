import { useEffect, useState } from 'react'
import type { StockView } from '../../shared/bridge/main-api.ts'
import { drawReceipt } from '../../shared/stocks/draw-receipt.ts'
import { report } from '../ask.ts'
import { inAskedOrder } from '../in-asked-order.ts'
import { main, onMain } from '../main-api.ts'
import { useOffice } from '../state/office.ts'
import { useSession } from '../state/session.ts'
import type { NextReceipt } from './next-receipt.ts'

/** Every stock of fee receipts this PC knows, again each time the journal grows; null until they are read. */
export function useStocks(): readonly StockView[] | null {
  const [stocks, setStocks] = useState<readonly StockView[] | null>(null)
  useEffect(() => {
    const answers = inAskedOrder()
    const load = (): void => { answers.ask(() => main.office.stocks(), setStocks).catch((reason: unknown) => { void report(reason) }) }
    load()
    return onMain('journal.grew', load)
  }, [])
  return stocks
}

/** What the desk would draw now for whoever sits here (rule M3); null until it is known. It is drawn only when the fee is saved. */
export function useNextReceipt(): NextReceipt | null {
  const stocks = useStocks()
  const device = useOffice(({ view }) => view?.office.device)
  const userId = useSession(({ who }) => who?.id)
  if (stocks === null || device === undefined || userId === undefined) return null
  return drawReceipt(Object.fromEntries(stocks.map(stock => [stock.subject, stock])), { device, userId })
}

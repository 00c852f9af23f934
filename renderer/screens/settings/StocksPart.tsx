import { useState } from 'react'
import { mayDo } from '../../../shared/users/role.ts'
import { useNextReceipt, useStocks } from '../../parts/use-stocks.ts'
import { useSession } from '../../state/session.ts'
import { stockWords as words } from '../../text/stocks.ts'
import { GiveStock } from './GiveStock.tsx'
import { StockLine, type StockForm } from './StockLine.tsx'

/** Gives this desk its numbered fee receipts, and shows what became of each stock (rule M3). */
export function StocksPart() {
  const [open, setOpen] = useState<{ readonly subject: string; readonly form: StockForm } | null>(null)
  const stocks = useStocks() ?? []
  const next = useNextReceipt()
  const roles = useSession(state => state.who?.roles ?? [])
  const mayManage = mayDo(roles, 'stock/manage')
  const drawn = next?.ok === true ? next.value : undefined

  return (
    <div className="pad stack stocks">
      {mayManage && <div hidden={open !== null}><GiveStock /></div>}
      <h2>{words.stocks}</h2>
      {stocks.length === 0
        ? <p className="small muted">{words.nothing}</p>
        : (
          <ul className="stack">
            {stocks.map(stock => (
              <StockLine
                key={stock.subject} stock={stock} mayClose={mayManage && (stock.isOwn || stock.isOrphan)}
                next={drawn?.stock === stock.subject ? drawn.printed : undefined}
                open={open?.subject === stock.subject ? open.form : null}
                onOpen={form => { setOpen(form === null ? null : { subject: stock.subject, form }) }}
              />
            ))}
          </ul>
        )}
    </div>
  )
}

import { useState } from 'react'
import { dayOfInstant } from '../../../shared/base/day.ts'
import type { StockView } from '../../../shared/bridge/main-api.ts'
import { printedNumber } from '../../../shared/stocks/stock.ts'
import { main } from '../../main-api.ts'
import { useSaving } from '../../parts/use-saving.ts'
import { problemText } from '../../text/problems.ts'
import { stockWords as words } from '../../text/stocks.ts'
import { Button } from '../../ui/Button.tsx'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'

/** One stock with its counts: a blank that is spoilt, and what is left at the end. */
export function StockLine({ stock, onChanged }: { readonly stock: StockView; readonly onChanged: () => void }) {
  const [open, setOpen] = useState<'none' | 'tear' | 'close'>('none')
  const [torn, setTorn] = useState({ number: '', reason: '' })
  const saving = useSaving()
  const { subject, symbol, from, to, width, deskName, keeper, usedCount, voided, leftCount, closedAt, isOwn } = stock

  async function ask(verb: string, input: object, said: string): Promise<void> {
    if (!await saving.save(() => main.desk.do({ verb, input: { subject, ...input } }), said)) return
    setOpen('none')
    setTorn({ number: '', reason: '' })
    onChanged()
  }

  return (
    <li className="stack">
      <div><b>{words.range(symbol, printedNumber(from, width), printedNumber(to, width))}</b> · {words.where(deskName, keeper?.name)}</div>
      <span className="small muted">
        {words.counts(usedCount, voided.length, leftCount)} {closedAt !== null && words.closedOn(dayOfInstant(closedAt))}
      </span>
      {saving.said !== null && <Message tone="plain" role="status" className="tight">{saving.said}</Message>}
      {saving.problem !== null && <Message tone="late" role="status" className="tight">{problemText(saving.problem)}</Message>}
      {isOwn && closedAt === null && open === 'none' && (
        <div className="row">
          <Button size="small" kind="quiet" onClick={() => { setOpen('tear') }}>{words.tear}</Button>
          <Button size="small" kind="quiet" onClick={() => { setOpen('close') }}>{words.close}</Button>
        </div>
      )}
      {open === 'tear' && (
        <EnterMoves className="stack form">
          <div className="grid2">
            <Field label={words.number} maxLength={9} inputMode="numeric" value={torn.number} onText={number => { setTorn({ ...torn, number }) }} />
            <Field label={words.reason} maxLength={1000} value={torn.reason} onText={reason => { setTorn({ ...torn, reason }) }} />
          </div>
          <div className="row">
            <Button size="small" onClick={() => { void ask('stock/void-blank', torn, words.torn(torn.number)) }}>{words.tearNow}</Button>
            <Button size="small" kind="quiet" onClick={() => { setOpen('none') }}>{words.cancel}</Button>
          </div>
        </EnterMoves>
      )}
      {open === 'close' && (
        <Message tone="soon" className="tight" acts={(
          <>
            <Button size="small" onClick={() => { void ask('stock/close', {}, words.closed) }}>{words.closeNow}</Button>
            <Button size="small" kind="quiet" onClick={() => { setOpen('none') }}>{words.cancel}</Button>
          </>
        )}>{words.closeSure(leftCount)}</Message>
      )}
    </li>
  )
}

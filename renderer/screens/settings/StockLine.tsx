import { useEffect, useRef, useState } from 'react'
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

export type StockForm = 'tear' | 'close'

export interface StockLineProps {
  readonly stock: StockView
  /** What is drawn from it next, where it is the one in use. */
  readonly next: string | undefined
  readonly mayClose: boolean
  /** Which of its forms stands open; then its button is the one that F9 presses. */
  readonly open: StockForm | null
  readonly onOpen: (form: StockForm | null) => void
}

/** One stock with its counts: a blank that is spoilt, and what is left at the end. */
export function StockLine({ stock, next, mayClose, open, onOpen }: StockLineProps) {
  const [torn, setTorn] = useState({ number: '', reason: '' })
  const saving = useSaving()
  const line = useRef<HTMLLIElement>(null)
  const { subject, symbol, from, to, width, deskName, keeper, usedCount, voided, leftCount, closedAt, isOwn } = stock
  useEffect(() => { if (open !== null) line.current?.querySelector<HTMLElement>('input, [data-main]')?.focus() }, [open])

  const sentence = saving.problem === null ? undefined : problemText(saving.problem)
  const place = saving.problem === null ? undefined : PLACES[saving.problem.code]
  useEffect(() => { if (place !== undefined) line.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus() }, [place, saving.problem])

  function leave(): void {
    onOpen(null)
    requestAnimationFrame(() => { line.current?.querySelector<HTMLElement>('button')?.focus() })
  }
  async function ask(verb: string, input: object, said: string): Promise<void> {
    if (!await saving.save(() => main.desk.do({ verb, input: { subject, ...input } }), said)) return
    setTorn({ number: '', reason: '' })
    onOpen(null)
    line.current?.focus()
  }
  const begin = (form: StockForm): void => {
    saving.forget()
    onOpen(form)
  }

  return (
    <li
      ref={line} tabIndex={-1}
      onKeyDown={event => {
        if (event.key !== 'Escape' || open === null) return
        event.preventDefault()
        event.stopPropagation()
        leave()
      }}
    >
      <p><b>{words.range(symbol, printedNumber(from, width), printedNumber(to, width))}</b> · {words.where(deskName, keeper?.name)}</p>
      <p className="small muted">
        {words.counts(usedCount, voided.length, leftCount)} {next !== undefined && words.next(next)}
        {closedAt !== null && words.closedOn(dayOfInstant(closedAt))}
      </p>
      {saving.said !== null && <Message tone="plain" role="status" className="tight">{saving.said}</Message>}
      {saving.problem !== null && place === undefined && open !== null && <Message tone="late" role="status" className="tight">{sentence}</Message>}
      {(isOwn || mayClose) && closedAt === null && open === null && (
        <div className="row">
          {isOwn && <Button size="small" onClick={() => { begin('tear') }}>{words.tear}</Button>}
          {mayClose && <Button size="small" onClick={() => { begin('close') }}>{words.close}</Button>}
        </div>
      )}
      {open === 'tear' && (
        <EnterMoves className="stack form">
          <div className="grid2">
            <Field
              label={words.number} maxLength={9} inputMode="numeric" value={torn.number} problem={place === 'number' ? sentence : undefined}
              onText={number => { setTorn({ ...torn, number }) }}
            />
            <Field
              label={words.reason} maxLength={1000} value={torn.reason} problem={place === 'reason' ? sentence : undefined}
              onText={reason => { setTorn({ ...torn, reason }) }}
            />
          </div>
          <Ways label={words.tearNow} onSave={() => { void ask('stock/void-blank', torn, words.torn(torn.number)) }} onLeave={leave} />
        </EnterMoves>
      )}
      {open === 'close' && (
        <>
          <p>{words.closeSure(leftCount)}</p>
          <Ways label={words.closeNow} onSave={() => { void ask('stock/close', {}, words.closed) }} onLeave={leave} />
        </>
      )}
    </li>
  )
}

/** The field a problem stands next to. */
const PLACES: Readonly<Partial<Record<string, 'number' | 'reason'>>> = {
  'stock/number-unknown': 'number', 'stock/number-used': 'number', 'stock/already-voided': 'number', 'stock/reason-missing': 'reason',
}

function Ways({ label, onSave, onLeave }: { readonly label: string; readonly onSave: () => void; readonly onLeave: () => void }) {
  return (
    <div className="row">
      <Button kind="main" shortcut="F9" onClick={onSave}>{label}</Button>
      <Button kind="quiet" shortcut="Esc" onClick={onLeave}>{words.cancel}</Button>
    </div>
  )
}

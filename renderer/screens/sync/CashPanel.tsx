import { useEffect, useRef, useState } from 'react'
import { formatMoney } from '../../../shared/base/money.ts'
import { normalise } from '../../../shared/base/text.ts'
import type { DrawerView } from '../../../shared/bridge/cash-api.ts'
import { main } from '../../main-api.ts'
import { readAmount } from '../../parts/read-amount.ts'
import { SaveFailed } from '../../parts/SaveFailed.tsx'
import { useSaving } from '../../parts/use-saving.ts'
import { cashWords as t } from '../../text/cash.ts'
import { Button } from '../../ui/Button.tsx'
import { EnterMoves } from '../../ui/EnterMoves.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ShiftPaper } from './ShiftPaper.tsx'
import { useDrawer } from './use-drawer.ts'

const COUNT = 'count-cash'

/** Opens the count from anywhere on the screen. */
export function openCount(): void {
  document.getElementById(COUNT)?.click()
}

/** What should lie in the drawer, what does, and why the two differ; then the paper of the hand-over. */
export function CashPanel() {
  const drawer = useDrawer()
  return drawer === null ? null : <Count key={drawer.since ?? ''} drawer={drawer} />
}

function Count({ drawer }: { readonly drawer: DrawerView }) {
  const { since, collected, refunded, expected, countedToday } = drawer
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [isOpen, setOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const end = useRef<HTMLButtonElement>(null)
  const saving = useSaving()
  useEffect(() => { if (isOpen) field.current?.focus() }, [isOpen])
  const read = readAmount(typed)
  const counted = read.ok ? read.value : null
  const over = counted === null ? 0 : counted - expected

  function save(): void {
    const kept = normalise(reason)
    void saving.save(() => main.desk.do({ verb: 'cash/count', input: { counted: counted ?? Number.NaN, ...(kept !== '' && { reason: kept }) } }), t.saved)
  }
  return (
    <Panel title={t.title} className="side cash">
      <EnterMoves className="pad stack" onEnd={() => { end.current?.focus() }}>
        <p className="small muted">{t.since(since)} {t.mine}</p>
        <dl className="sums">
          <div><dt>{t.collected}</dt><dd>{formatMoney(collected)}</dd></div>
          <div><dt>{t.refunded}</dt><dd>{formatMoney(refunded)}</dd></div>
          <div><dt><b>{t.expected}</b></dt><dd><b>{formatMoney(expected)}</b></dd></div>
        </dl>
        <p className="small muted">{t.inWords(expected)}</p>
        {countedToday !== null && <ShiftPaper count={countedToday} />}
        {isOpen && <Field
          ref={field} label={t.counted} value={typed} inputMode="numeric" maxLength={20} hint={told(counted, over)}
          problem={normalise(typed) !== '' && counted === null ? t.notAnAmount : undefined}
          onText={text => {
            saving.touch()
            setTyped(text)
          }}
        />}
        {isOpen && over !== 0 && <Field label={t.reason} value={reason} maxLength={1000} onText={setReason} />}
        {saving.problem !== null && <SaveFailed problem={saving.problem} onRetry={save} />}
        {saving.said !== null && <Message tone="plain" role="status">{saving.said}</Message>}
        <div className="row">
          {isOpen
            ? <Button key="save" size="small" ref={end} onClick={save}>{t.save}</Button>
            : <Button key="open" size="small" id={COUNT} shortcut="Shift+F9" onClick={() => { setOpen(true) }}>{t.open}</Button>}
        </div>
      </EnterMoves>
    </Panel>
  )
}

/** The amount in words, and whether it is what it should be. */
function told(counted: number | null, over: number): string | undefined {
  if (counted === null || counted < 0 || !Number.isInteger(counted)) return undefined
  return `${t.inWords(counted)} ${over === 0 ? t.fits : over < 0 ? t.under(-over) : t.over(over)}`
}

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Act } from '../../../shared/acts/act.ts'
import { formatMoney } from '../../../shared/base/money.ts'
import type { CertificationBodies } from '../../../shared/certification/act-bodies.ts'
import { parseBookSubject } from '../../../shared/certification/book.ts'
import { mayDo } from '../../../shared/users/role.ts'
import { main } from '../../main-api.ts'
import { useSaving } from '../../parts/use-saving.ts'
import type { PrintState } from '../../state/certify.ts'
import { goTo } from '../../state/place.ts'
import { useOffice } from '../../state/office.ts'
import { useSession } from '../../state/session.ts'
import type { CertificationRow } from '../../store/certification-row.ts'
import { followVisit } from '../../store/queries/certified.ts'
import { useAnswer } from '../../store/use-answer.ts'
import { certifyText as t } from '../../text/certify.ts'
import { person } from '../../text/person.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { printVisit } from './save-certify.ts'

const NOTHING: readonly CertificationRow[] = []

/** One visit: its numbers, printing again, and voiding a number with a reason; a void number stays (rule N5). */
export function VisitPanel({ subject, onClose }: { readonly subject: string; readonly onClose: () => void }) {
  const rows = useAnswer(useMemo(() => followVisit(subject), [subject]), NOTHING)
  const [voiding, setVoiding] = useState<string | null>(null)
  const [print, setPrint] = useState<PrintState>('none')
  const [hasNextReceipt, setHasNextReceipt] = useState(false)
  const saving = useSaving()
  const panel = useRef<HTMLDivElement>(null)
  const focusBack = (): void => { panel.current?.querySelector('button')?.focus() }
  useEffect(focusBack, [])
  const [first] = rows
  const isRefused = first?.state === 'refused'
  const canPrint = isRefused || rows.some(({ state }) => state === 'counts')
  const printAgain = (form: Parameters<typeof printVisit>[1]): void => {
    setPrint('printing')
    void printVisit(subject, form).then(setPrint)
  }
  const voidNumber = async (row: CertificationRow, reason: string): Promise<void> => {
    let hasNext = false
    const done = await saving.save(() => main.desk.do(voidCommand(row, reason)), acts => {
      hasNext = voidedIn(acts)?.receipt !== undefined
      return said(row, acts)
    })
    if (!done) return
    setHasNextReceipt(hasNext)
    focusBack()
    setVoiding(null)
  }

  return (
    <Panel title={first === undefined ? t.visit : first.name} className="rest done">
      <div className="stack pad visit" ref={panel} onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        if (voiding === null) onClose()
        else setVoiding(null)
      }}>
        <div className="row">
          <Button size="small" onClick={onClose}>{t.backToList}</Button>
          {first !== undefined && first.personalNumber !== '' && (
            <Button size="small" onClick={() => { goTo('person', first.personalNumber) }}>{person.open}</Button>
          )}
          {canPrint && (
            <Button size="small" onClick={() => { printAgain(isRefused ? 'certification-refusal' : 'certification-words') }}>{t.printAgain}</Button>
          )}
          {hasNextReceipt && <Button size="small" onClick={() => { printAgain('fee-receipt') }}>{t.printReceipt}</Button>}
        </div>
        {typeof print === 'object' ? <Message tone="soon" role="status" className="tight">{problemText(print)}</Message> : print === 'printed' && <p role="status" className="small">{t.printed}</p>}
        {saving.said !== null && <Message tone="plain" role="status" className="tight">{saving.said}</Message>}
        {saving.problem !== null && <Message tone="late" role="status" className="tight">{problemText(saving.problem)}</Message>}
        <ul className="stack">
          {rows.map(row => (
            <li key={row.id}>
              <PaperRow row={row} isVoiding={voiding === row.id} onVoid={() => { setVoiding(row.id) }} />
              {voiding === row.id && (
                <VoidForm row={row} onCancel={() => { setVoiding(null) }} onVoid={reason => { void voidNumber(row, reason) }} />
              )}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}

interface PaperRowProps {
  readonly row: CertificationRow
  readonly isVoiding: boolean
  readonly onVoid: () => void
}

function PaperRow({ row, isVoiding, onVoid }: PaperRowProps) {
  const roles = useSession(state => state.who?.roles)
  const device = useOffice(state => state.view?.office.device)
  const mayVoid = roles !== undefined && mayDo(roles, 'certification/void')
  const { state, number, label, paperName, pageCount, copyCount, fee, reason } = row
  if (state === 'refused') return <p className="small"><b>{paperName}</b><br />{reason}</p>
  return (
    <>
      <p className={state === 'voided' ? 'small voided' : 'small'}>
        <b>{t.numberOf(number, label)}</b><br />
        {paperName} · {t.countsOf(pageCount, copyCount)}{state === 'counts' && ` · ${formatMoney(fee)}`}
      </p>
      {state === 'voided' && <p className="small muted">{t.isVoided(reason)}</p>}
      {state === 'counts' && mayVoid && !isVoiding && (
        row.device === device
          ? <Button size="small" kind="quiet" onClick={onVoid}>{t.void(number)}</Button>
          : <p className="tiny muted">{t.otherDesk(row.desk)}</p>
      )}
    </>
  )
}

interface VoidFormProps {
  readonly row: CertificationRow
  readonly onVoid: (reason: string) => void
  readonly onCancel: () => void
}

function VoidForm({ row, onVoid, onCancel }: VoidFormProps) {
  const [reason, setReason] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const field = form.current?.querySelector('input')
    field?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <form className="stack" ref={form} onSubmit={event => {
      event.preventDefault()
      onVoid(reason)
    }}>
      <Field label={t.voidReason(row.number)} hint={t.voidHint} value={reason} maxLength={1000} onText={setReason} />
      <div className="row">
        <Button size="small" submit>{t.voidNow(row.number)}</Button>
        <Button size="small" kind="quiet" onClick={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  )
}

/** What was given back, and what became of the receipt of the visit (rule M3). */
function said({ number, fee }: CertificationRow, acts: readonly Act[]): string {
  const body = voidedIn(acts)
  if (body?.voided === undefined) return t.voided(number, fee)
  const { number: blank, printed = String(blank) } = body.voided
  return t.voided(number, fee) + t.receiptVoided(printed, body.receipt?.printed ?? null)
}

function voidedIn(acts: readonly Act[]): CertificationBodies['certification/voided'] | undefined {
  return acts.find(({ kind }) => kind === 'certification/voided')?.body as CertificationBodies['certification/voided'] | undefined
}

function voidCommand({ subject, book, number, device }: CertificationRow, reason: string) {
  const of = parseBookSubject(book)
  const keeper = of?.device === device ? {} : { keeper: of?.device }
  return { verb: 'certification/void', input: { subject, book: { kind: of?.kind, year: of?.year, ...keeper }, number, reason } }
}

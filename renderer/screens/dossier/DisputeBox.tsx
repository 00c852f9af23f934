import { useState } from 'react'
import { valueOf } from '../../../shared/dossiers/corrections.ts'
import type { Dispute, Dossier } from '../../../shared/dossiers/dossier.ts'
import { dossierText as t, dayAndTime } from '../../text/dossier.ts'
import { problemText } from '../../text/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { markDiffering } from './differing.ts'
import { sidesOf, usualReasons } from './dispute-sides.ts'
import { showValue } from './field-value.ts'
import { tellAct } from './tell-events.ts'
import { useSettling } from './use-settling.ts'
import type { WhoAndWhere } from './who-and-where.ts'

export interface DisputeBoxProps {
  readonly dispute: Dispute
  readonly dossier: Dossier
  readonly place: WhoAndWhere
  readonly reload: () => Promise<void>
  readonly onSettled: () => void
  /** Who must settle it, where it is not whoever sits here. */
  readonly waitsFor: string | null
}

/** Two truths side by side with desk, name and time; what differs is marked, neither is chosen beforehand (rules D2–D5). */
export function DisputeBox(props: DisputeBoxProps) {
  return props.dispute.field === undefined ? <WhatHappened {...props} /> : <FieldDispute {...props} field={props.dispute.field} />
}

function FieldDispute({ dispute, field, dossier, place, reload, onSettled, waitsFor }: DisputeBoxProps & { readonly field: NonNullable<Dispute['field']> }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const settling = useSettling(reload)
  const values = dispute.acts.map(({ value }) => showValue(field, value))
  const [first = '', second = ''] = values
  async function use(): Promise<void> {
    if (chosen !== null && await settling.settle({ subject: dossier.subject, disputeId: dispute.id, chosen })) onSettled()
  }
  return (
    <section className="panel dispute" aria-labelledby={dispute.id} data-part="" tabIndex={-1}>
      <header>
        <Icon name="warning" />
        <h2 id={dispute.id}>{t.disputeOf(field, dispute.acts.length)}</h2>
        <span className="small end">{t.disputeKept}</span>
      </header>
      <fieldset className="versus">
        <legend className="sr">{t.disputeValues}</legend>
        {dispute.acts.map(({ name, device, author, at }, i) => (
          <label key={name} className={chosen === name ? 'on' : undefined}>
            {waitsFor === null && <input
              type="radio" name={`side ${dispute.id}`} checked={chosen === name} onChange={() => { setChosen(name) }}
              onKeyDown={event => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                void use()
              }}
            />}
            <span>
              <span className="v">
                {markDiffering(values[i] ?? '', i === 0 ? second : first).map((piece, n) => piece.differs ? <em key={n}>{piece.text}</em> : piece.text)}
              </span>
              <span className="small muted">{place.deskOf(device)}, {place.nameOf(author)}, {dayAndTime(at)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="row wait-for">
        <p className="small">{t.disputeNow(showValue(field, valueOf(dossier, field)))} {waitsFor !== null && t.disputeWait(waitsFor)}</p>
        {waitsFor === null && (
          <span className="end">
            <Button unavailable={chosen === null} onClick={() => { void use() }}>
              {chosen === null ? t.chooseFirst : NUMBERS.has(field) ? t.useChosenNumber : t.useChosen}
            </Button>
          </span>
        )}
      </div>
      {settling.problem !== null && <p className="trouble pad" role="status">{problemText(settling.problem)}</p>}
    </section>
  )
}

const NUMBERS: ReadonlySet<string> = new Set(['applicant.phone', 'applicant.personalNumber', 'fee'])

function WhatHappened({ dispute, dossier, place, reload, onSettled, waitsFor }: DisputeBoxProps) {
  const [reason, setReason] = useState('')
  const settling = useSettling(reload)
  const acts = sidesOf(dispute, dossier)
  async function keep(): Promise<void> {
    if (await settling.settle({ subject: dossier.subject, disputeId: dispute.id, chosen: null, reason })) onSettled()
  }
  return (
    <section className="panel dispute" aria-labelledby={dispute.id} data-part="" tabIndex={-1}>
      <header><Icon name="warning" /><h2 id={dispute.id}>{dispute.title === 'field' ? '' : t.disputeTitles[dispute.title]}</h2></header>
      <div className="pad small stack">
        {acts.map(act => (
          <p key={act.name}>
            <b>{place.nameOf(act.author)}</b> {tellAct(act, new Map()).what} <span className="muted">({dayAndTime(act.at)} · {place.deskOf(act.device)})</span>
          </p>
        ))}
        <p>{dispute.kind === 'twice' ? t.twiceRest : acts.length > 1 ? t.firstRest : t.notAdmittedRest}</p>
        <p><b>{dispute.title === 'field' ? '' : t.disputeNext[dispute.title]}</b> {waitsFor !== null && t.disputeWait(waitsFor)}</p>
        {waitsFor === null && (
          <>
            <fieldset className="reasons">
              <legend className="sr">{t.settleReasons.legend}</legend>
              {usualReasons(dispute).map(text => (
                <label key={text} className="choice">
                  <input
                    type="radio" name={`reason ${dispute.id}`} checked={reason === text} onChange={() => { setReason(text) }}
                    onKeyDown={event => {
                      if (event.key !== 'Enter') return
                      event.preventDefault()
                      void keep()
                    }}
                  />
                  {text}
                </label>
              ))}
            </fieldset>
            <TextArea label={t.settleReason} maxLength={1000} value={reason} onText={setReason}
              problem={settling.problem === null ? undefined : problemText(settling.problem)} />
            <div><Button onClick={() => { void keep() }}>{t.settleKeep}</Button></div>
          </>
        )}
      </div>
    </section>
  )
}

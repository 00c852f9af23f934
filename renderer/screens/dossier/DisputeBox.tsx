import { valueOf } from '../../../shared/dossiers/corrections.ts'
import type { Dispute, Dossier } from '../../../shared/dossiers/dossier.ts'
import { dossierText as t, dayAndTime } from '../../text/dossier.ts'
import { Icon } from '../../ui/Icon.tsx'
import { markDiffering } from './differing.ts'
import { showValue } from './field-value.ts'
import { tellAct } from './tell-events.ts'
import type { WhoAndWhere } from './who-and-where.ts'

interface BoxProps {
  readonly dispute: Dispute
  readonly dossier: Dossier
  readonly place: WhoAndWhere
}

/** Two truths side by side with desk, name and time; what differs is marked (rules D2, D3). */
export function DisputeBox({ dispute, dossier, place }: BoxProps) {
  return dispute.field === undefined
    ? <NotAdmitted dispute={dispute} dossier={dossier} place={place} />
    : <FieldDispute dispute={dispute} field={dispute.field} dossier={dossier} place={place} />
}

function FieldDispute({ dispute, field, dossier, place }: BoxProps & { readonly field: NonNullable<Dispute['field']> }) {
  const values = dispute.acts.map(({ value }) => showValue(field, value))
  const [first = '', second = ''] = values
  return (
    <section className="panel dispute" aria-labelledby={dispute.id} data-part="" tabIndex={-1}>
      <header>
        <Icon name="warning" />
        <h2 id={dispute.id}>{t.disputeOf(field, dispute.acts.length)}</h2>
        <span className="small end">{t.disputeKept}</span>
      </header>
      <ul className="versus" aria-label={t.disputeValues}>
        {dispute.acts.map(({ name, device, author, at }, i) => (
          <li key={name}>
            <span className="v">
              {markDiffering(values[i] ?? '', i === 0 ? second : first).map((piece, n) => piece.differs ? <em key={n}>{piece.text}</em> : piece.text)}
            </span>
            <span className="small muted">{place.deskOf(device)}, {place.nameOf(author)}, {dayAndTime(at)}</span>
          </li>
        ))}
      </ul>
      <p className="small wait-for">{t.disputeWait(showValue(field, valueOf(dossier, field)))}</p>
    </section>
  )
}

function NotAdmitted({ dispute, dossier, place }: BoxProps) {
  const acts = dossier.acts.filter(({ name }) => dispute.acts.some(party => party.name === name))
  return (
    <section className="panel dispute" aria-labelledby={dispute.id} data-part="" tabIndex={-1}>
      <header><Icon name="warning" /><h2 id={dispute.id}>{t.notAdmitted}</h2></header>
      <div className="pad small">
        {acts.map(act => (
          <p key={act.name}>
            <b>{place.nameOf(act.author)}</b> {tellAct(act, new Map()).what} <span className="muted">({dayAndTime(act.at)} · {place.deskOf(act.device)})</span>
          </p>
        ))}
        <p>{t.notAdmittedRest}</p>
      </div>
    </section>
  )
}

import { dayOfInstant, formatDay } from '../../../shared/base/day.ts'
import { barePersonalNumber } from '../../parts/field-text.ts'
import { goTo } from '../../state/place.ts'
import { intakeText as t } from '../../text/intake.ts'
import { person } from '../../text/person.ts'
import { useEarlier } from './earlier.ts'

const SHOWN = 12

/** The dossiers this person brought before, each opened by one press; the form in hand stays. */
export function EarlierDossiers({ personalNumber }: { readonly personalNumber: string }) {
  const rows = useEarlier(personalNumber)
  if (rows.length === 0) return null
  return (
    <details className="small earlier">
      <summary>{t.earlier(rows.length)}</summary>
      <ul>
        {rows.slice(0, SHOWN).map(row => (
          <li key={row.subject}>
            <button type="button" className="link" onClick={() => { goTo('dossier', row.subject) }}>
              {t.earlierRow(row.code, row.procedureName, formatDay(dayOfInstant(row.receivedAt)))}
            </button>
          </li>
        ))}
        {rows.length > SHOWN && <li className="muted">{t.earlierMore(rows.length - SHOWN)}</li>}
        <li><button type="button" className="link" onClick={() => { goTo('person', barePersonalNumber(personalNumber)) }}>{person.open}</button></li>
      </ul>
    </details>
  )
}

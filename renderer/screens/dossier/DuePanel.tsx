import { dayOfInstant, localToInstant } from '../../../shared/base/day.ts'
import { startClock } from '../../../shared/calendar/working-hours.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { isOpen } from '../../../shared/dossiers/lifecycle.ts'
import type { DuePromise } from '../../../shared/dossiers/due-promise.ts'
import { dueDays } from '../../parts/due-days.ts'
import { DueStrip } from '../../parts/DueStrip.tsx'
import { dossierText as t } from '../../text/dossier.ts'
import { dueSentences, dueText } from '../../text/due.ts'
import { Panel } from '../../ui/Panel.tsx'
import { countDueAgain } from './due-again.ts'

/**
 * The promise that holds and why it is that day, with those before it and a clock that stands (rules T10–T12, T14); beside it the
 * day by today's calendar when the receipt's was provisional (rule T15).
 */
export function DuePanel({ dossier, view }: { readonly dossier: Dossier; readonly view: OfficeView }) {
  const { due, promises, pauses, state } = dossier
  const pause = pauses.at(-1)
  return (
    <Panel title={t.due}>
      <div className="pad stack">
        {pause !== undefined && pause.until === undefined && isOpen(state) && <p className="again"><b>{t.pausedSince[pause.why](pause.since)}</b></p>}
        {due === undefined ? <p className="small muted">{t.noClock}</p> : <Promised due={due} dossier={dossier} view={view} />}
        {promises.length > 1 && (
          <ol className="small muted">
            {promises.slice(0, -1).map(({ due: { dueOn, dueAt }, at, by }) => (
              <li key={at}>{t.promisedBy[by]}: {dueOn === null ? t.noDue : t.dueOf(dueOn, dueAt)}</li>
            ))}
          </ol>
        )}
      </div>
    </Panel>
  )
}

function Promised({ due, dossier, view }: { readonly due: DuePromise; readonly dossier: Dossier; readonly view: OfficeView }) {
  const { calendar, hours } = view
  const { receivedAt, promises } = dossier
  const last = promises.at(-1)
  const isFirst = promises.length < 2
  const sentences = dueSentences(due.limit, due.steps, due.dueOn).join(' ')
  const again = isFirst ? countDueAgain({ due, receivedAt }, calendar, hours) : undefined
  const from = last === undefined || last.by === 'apologised' ? receivedAt : last.at
  const start = startClock(from, calendar, hours)
  const startsAt = localToInstant(start.day, start.msOfDay / 60_000)
  const days = dueDays({ receivedOn: dayOfInstant(from), due: { dueOn: due.dueOn, startsAt }, limit: due.limit, calendar })
  return (
    <>
      {due.dueOn !== null && <p><span className="muted small">{isFirst || last === undefined ? t.promised : t.promisedBy[last.by]}</span><br /><b>{t.dueOf(due.dueOn, due.dueAt)}</b></p>}
      {again?.kind === 'moved' && <p className="again"><b>{t.again(again.dueOn)}</b></p>}
      {again?.kind === 'same' && <p className="small">{t.againSame}</p>}
      <DueStrip days={days} how={sentences} />
      <p className="small">{sentences}{again?.kind === 'still-provisional' && <> <b>{dueText.provisional}</b></>}</p>
    </>
  )
}

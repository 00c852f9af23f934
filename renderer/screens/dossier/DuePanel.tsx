import { dayOfInstant, localToInstant } from '../../../shared/base/day.ts'
import { startClock } from '../../../shared/calendar/working-hours.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import type { DuePromise } from '../../../shared/dossiers/due-promise.ts'
import { dueDays } from '../../parts/due-days.ts'
import { DueStrip } from '../../parts/DueStrip.tsx'
import { dossierText as t } from '../../text/dossier.ts'
import { dueSentences, dueText } from '../../text/due.ts'
import { Panel } from '../../ui/Panel.tsx'
import { countDueAgain } from './due-again.ts'

/** The promise and why it is that day; beside it the day by today's calendar when it was provisional (rules T14, T15). */
export function DuePanel({ dossier, view }: { readonly dossier: Dossier; readonly view: OfficeView }) {
  const { due, receivedAt } = dossier
  return (
    <Panel title={t.due}>
      <div className="pad stack">
        {due === undefined ? <p className="small muted">{t.noClock}</p> : <Promised due={due} receivedAt={receivedAt} view={view} />}
      </div>
    </Panel>
  )
}

function Promised({ due, receivedAt, view }: { readonly due: DuePromise; readonly receivedAt: string; readonly view: OfficeView }) {
  const { calendar, hours } = view
  const sentences = dueSentences(due.limit, due.steps, due.dueOn).join(' ')
  const again = countDueAgain({ due, receivedAt }, calendar, hours)
  const start = startClock(receivedAt, calendar, hours)
  const startsAt = localToInstant(start.day, start.msOfDay / 60_000)
  const days = dueDays({ receivedOn: dayOfInstant(receivedAt), due: { dueOn: due.dueOn, startsAt }, limit: due.limit, calendar })
  return (
    <>
      {due.dueOn !== null && <p><span className="muted small">{t.promised}</span><br /><b>{t.dueOf(due.dueOn, due.dueAt)}</b></p>}
      {again?.kind === 'moved' && <p className="again"><b>{t.again(again.dueOn)}</b></p>}
      {again?.kind === 'same' && <p className="small">{t.againSame}</p>}
      <DueStrip days={days} how={sentences} />
      <p className="small">{sentences}{again?.kind === 'still-provisional' && <> <b>{dueText.provisional}</b></>}</p>
    </>
  )
}

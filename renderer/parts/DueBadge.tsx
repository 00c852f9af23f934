import type { Day } from '../../shared/base/day.ts'
import { formatDay } from '../../shared/base/day.ts'
import type { Calendar } from '../../shared/calendar/working-days.ts'
import type { DossierState } from '../../shared/dossiers/dossier.ts'
import { dueState } from '../../shared/dossiers/deadlines.ts'
import { isClockRunning } from '../../shared/dossiers/lifecycle.ts'
import { queueOf } from '../../shared/dossiers/queue.ts'
import { dossierList } from '../text/dossier-list.ts'
import { Badge } from '../ui/Badge.tsx'

export interface DueBadgeProps {
  readonly state: DossierState
  readonly dueOn: Day | null
  /** UTC, ms. */
  readonly dueAt: string | null
  readonly today: Day
  readonly calendar: Calendar
}

/** When a result is due, as it stands today: a badge when it is near or past, plain otherwise. */
export function DueBadge({ state, dueOn, dueAt, today, calendar }: DueBadgeProps) {
  const standing = dueState({ state, due: { dueOn } }, today, calendar)
  if (dueOn === null || standing === 'none') return <span className="muted">{isClockRunning(state) ? dossierList.noLimit : queueOf({ state }) === 'waiting' ? dossierList.paused : dossierList.closed}</span>
  switch (standing) {
    case 'overdue': return <Badge tone="late">{dossierList.overdue(dueOn, today)}</Badge>
    case 'due-today': return <Badge tone="soon">{dossierList.dueToday(dueAt)}</Badge>
    case 'due-soon': return <Badge tone="soon">{dossierList.dueSoon(dueOn)}</Badge>
    case 'in-time': return <span className="nowrap">{formatDay(dueOn)}</span>
  }
}

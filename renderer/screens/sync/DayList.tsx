import type { DossierSafety } from '../../../shared/bridge/main-api.ts'
import { openSubject } from '../../state/place.ts'
import { safety, syncWords as t } from '../../text/sync.ts'
import { Mark } from '../../ui/Badge.tsx'
import { List, type Column } from '../../ui/List.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { DayFigures, DayListId } from './day-figures.ts'

export interface DayListProps {
  readonly list: Exclude<DayListId, 'refused'>
  readonly figures: DayFigures
  readonly shorten: (code: string) => string
}

/** The dossiers behind one of the counts, in sending order; Enter opens one. */
export function DayList({ list, figures, shorten }: DayListProps) {
  const rows = figures[list]
  const { title, note, none } = WORDS[list]
  const columns: readonly Column<DossierSafety>[] = [
    { id: 'code', head: t.code, width: '164px', cell: ({ code }) => code === '' ? t.noCode : shorten(code) },
    { id: 'name', head: t.applicant, cell: ({ applicantName }) => <div className="one-line">{applicantName}</div> },
    { id: 'desk', head: t.desk, width: '110px', cell: ({ desk }) => <div className="one-line">{desk}</div> },
    { id: 'left', head: t.left, width: '92px', align: 'right', cell: ({ pagesWaiting }) => t.pagesLeft(pagesWaiting) },
    { id: 'waits', head: t.waitsFor, width: '276px', cell: row => row.isSafe ? <Mark tone="safe">{safety.safe}</Mark> : <Mark tone="wait">{waitsFor(row)}</Mark> },
  ]
  return (
    <Panel title={title(rows.length)} note={rows.length > 0 && note}>
      {rows.length === 0
        ? <p className="empty"><b>{none}</b></p>
        : <List caption={`${title(rows.length)}, ${note}`} columns={columns} rows={rows} keyOf={row => row.subject} onOpen={({ subject }) => { openSubject(subject) }} />}
    </Panel>
  )
}

const WORDS = {
  all: { title: t.allTitle, note: t.waitingOrder, none: t.proof.nothing },
  safe: { title: t.safeTitle, note: t.safeNote, none: t.safeNone },
  waiting: { title: t.waitingTitle, note: t.waitingOrder, none: t.waitingNone },
} as const

function waitsFor({ actsWaiting, pagesWaiting }: DossierSafety): string {
  if (actsWaiting > 0) return t.waits.text
  return pagesWaiting > 0 ? t.waits.pages : t.waits.word
}

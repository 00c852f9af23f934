import { dayOfInstant, type Day } from '../../shared/base/day.ts'
import type { OfficeView } from '../../shared/bridge/main-api.ts'
import { shortCode } from '../../shared/dossiers/code.ts'
import { goTo } from '../state/place.ts'
import type { DossierRow } from '../store/row.ts'
import { batchText } from '../text/batch.ts'
import { dossierList, whenReceived } from '../text/dossier-list.ts'
import { dossierStates } from '../text/dossier-words.ts'
import { safety } from '../text/sync.ts'
import { Mark } from '../ui/Badge.tsx'
import { List, type Column } from '../ui/List.tsx'
import { DueBadge } from './DueBadge.tsx'
import { useSafety } from './use-safety.ts'
import './dossier-table.css'

export interface DossierTableProps {
  /** Title and order, for readers. */
  readonly caption: string
  readonly rows: readonly DossierRow[]
  readonly view: OfficeView
  readonly today: Day
  /** What the fourth column says: what is to be done, or how the dossier stands. */
  readonly says: 'to-do' | 'state'
  /** What the fifth column says. */
  readonly when: 'due' | 'received' | 'ready'
  /** Rows that are marked, by subject, and what Space does. */
  readonly marks?: { readonly marked: ReadonlySet<string>; readonly onMark: (row: DossierRow) => void } | undefined
  /** The cursor came to this row. */
  readonly onCurrent?: (row: DossierRow) => void
}

/** Dossiers, one line each; Enter opens the one in the row. Personal numbers are never shown in a list. */
export function DossierTable({ caption, rows, view, today, says, when, marks, onCurrent }: DossierTableProps) {
  const isSafe = useSafety(rows.map(({ subject }) => subject))
  const columns: readonly Column<DossierRow>[] = [
    { id: 'code', head: dossierList.code, width: '124px', cell: row => row.code === '' ? dossierList.noCode : shortCode(row.code, view.office.codePattern) },
    { id: 'name', head: dossierList.applicant, width: '172px', cell: row => <div className="one-line">{row.name}</div> },
    { id: 'procedure', head: dossierList.procedure, cell: row => <div className="one-line">{row.procedureName}</div> },
    says === 'to-do'
      ? { id: 'says', head: dossierList.toDo, width: '160px', cell: row => <div className="one-line">{toDo(row)}</div> }
      : { id: 'says', head: dossierList.state, width: '196px', cell: row => <StateMark row={row} /> },
    when === 'due'
      ? { id: 'when', head: dossierList.due, width: '178px', cell: row => <DueBadge {...row} today={today} calendar={view.calendar} /> }
      : when === 'ready'
        ? { id: 'when', head: dossierList.ready, width: '130px', cell: row => <span className="nowrap">{ready(row, today)}</span> }
        : { id: 'when', head: dossierList.received, width: '130px', cell: row => <span className="nowrap">{received(row, today)}</span> },
    ...(isSafe === null ? [] : [{ id: 'safety', head: safety.column, width: '104px', cell: (row: DossierRow) => <SafetyMark isSafe={isSafe(row.subject)} /> }]),
  ]
  return (
    <List
      className="dossiers"
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={row => row.subject}
      onOpen={row => { goTo('dossier', row.subject) }}
      marks={marks === undefined ? undefined : {
        isMarked: row => marks.marked.has(row.subject), onMark: marks.onMark, label: row => batchText.mark(row.code),
      }}
      {...(onCurrent !== undefined && { onCurrent })}
    />
  )
}

/** The one next thing: a dispute first, then what the person must bring, then the paper the person must get. */
function toDo(row: DossierRow): string {
  if (row.disputeCount > 0) return dossierList.settle
  if (row.task === 'number') return dossierList.toNumber
  if (row.queue !== 'open') return dossierStates[row.state]
  if (row.task === 'sign') return dossierList.toSign
  if (row.missingCount > 0) return dossierList.waitPapers(row.missingCount)
  if (row.task === 'forward') return row.receiptPrinted ? dossierList.toForward : dossierList.printReceipt
  return row.holderName === '' ? dossierList.inHand : dossierList.heldBy(row.holderName)
}

function StateMark({ row }: { readonly row: DossierRow }) {
  const word = dossierStates[row.state]
  return row.state === 'refused' ? <Mark tone="refused">{word}</Mark> : <span className="nowrap">{word}</span>
}

/** Green only by rule S8. */
function SafetyMark({ isSafe }: { readonly isSafe: boolean }) {
  return isSafe ? <Mark tone="safe">{safety.safe}</Mark> : <Mark tone="wait">{safety.waiting}</Mark>
}

function received(row: DossierRow, today: Day): string {
  return whenReceived(row.receivedAt, dayOfInstant(row.receivedAt), today)
}

function ready({ readySince }: DossierRow, today: Day): string {
  return readySince === '' ? '' : whenReceived(readySince, dayOfInstant(readySince), today)
}

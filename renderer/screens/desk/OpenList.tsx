import { useMemo } from 'react'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import { DossierTable } from '../../parts/DossierTable.tsx'
import { rememberRow, showMoreRows, useDesk } from '../../state/desk.ts'
import { useSession } from '../../state/session.ts'
import type { DeskListId, DeskMoment } from '../../store/desk-list.ts'
import { followDeskRows } from '../../store/queries/desk-rows.ts'
import { useAnswer } from '../../store/use-answer.ts'
import { desk } from '../../text/desk.ts'
import { dossierList } from '../../text/dossier-list.ts'
import { Panel } from '../../ui/Panel.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { batchesOf, type BatchId } from './batches.ts'
import { beginBatch, BatchPanel } from './BatchPanel.tsx'
import { useBatch, type Batch } from './use-batch.ts'
import { useReturnToRow } from './use-return-to-row.ts'

export interface OpenListProps {
  readonly list: DeskListId
  readonly count: number
  readonly view: OfficeView
  readonly moment: DeskMoment
}

/** The list behind the chosen count. It keeps its place while rows arrive, and when one comes back to it. */
export function OpenList({ list, count, view, moment }: OpenListProps) {
  const limit = useDesk(state => state.limit)
  const who = useSession(state => state.who)
  const question = useMemo(() => followDeskRows(list, moment, limit), [list, moment, limit])
  const rows = useAnswer(question, null)
  const body = useReturnToRow(rows)
  const batch = useBatch()
  const ids = batchesOf(list, who?.roles ?? [])
  useKeys(batchKeys(batch, ids[0], ids[1]))
  const when = DAY_LISTS.has(list) ? 'received' : READY_LISTS.has(list) ? 'ready' : 'due'
  const order = when === 'received' ? desk.dayOrder(count) : when === 'ready' ? desk.readyOrder(count) : desk.dueOrder(count)
  const { title, next } = desk.empty[list]
  return (
    <Panel title={desk.lists[list]} note={count > 0 && order}>
      {ids.length > 0 && <BatchPanel batch={batch} ids={ids} />}
      <div className="rows" ref={body}>
        {rows?.length === 0 && count === 0
          ? <p className="empty"><b>{title}</b>{next}</p>
          : (
            <DossierTable
              key={list}
              caption={`${desk.lists[list]}: ${order}`}
              rows={rows ?? []}
              view={view}
              today={moment.today}
              says={when === 'received' ? 'state' : 'to-do'}
              when={when}
              marks={ids.length === 0 ? undefined : { marked: new Set(batch.marked.keys()), onMark: batch.mark }}
              onCurrent={row => { rememberRow(row.subject) }}
            />
          )}
        {rows !== null && rows.length < count && rows.length >= limit && (
          <button type="button" className="more" onClick={showMoreRows}>{dossierList.more(count - rows.length)}</button>
        )}
      </div>
    </Panel>
  )
}

/** F9 and Shift+F9 belong to the marked rows while there are any; Esc leaves the form, then lets go of the marks. */
function batchKeys(batch: Batch, main: BatchId | undefined, other: BatchId | undefined): Readonly<Record<string, () => unknown>> {
  const begin = (id: BatchId | undefined): unknown => {
    if (id === undefined || batch.marked.size === 0) return false
    if (batch.open === null) beginBatch(batch, id)
    else batch.run()
    return true
  }
  return {
    'F9': () => begin(main),
    'Control+Enter': () => begin(main),
    'Shift+F9': () => begin(other),
    'Escape': () => batch.open !== null ? batch.leave() : batch.marked.size > 0 ? batch.clear() : false,
  }
}

const DAY_LISTS: ReadonlySet<DeskListId> = new Set(['received-today', 'turned-away-today', 'voided-today'])
const READY_LISTS: ReadonlySet<DeskListId> = new Set(['to-return', 'lies-long'])

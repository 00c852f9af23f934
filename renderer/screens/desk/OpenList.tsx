import { useMemo } from 'react'
import type { Day } from '../../../shared/base/day.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import { DossierTable } from '../../parts/DossierTable.tsx'
import { rememberRow, showMoreRows, useDesk } from '../../state/desk.ts'
import type { DeskListId } from '../../store/desk-list.ts'
import { followDeskRows } from '../../store/queries/desk-rows.ts'
import { useAnswer } from '../../store/use-answer.ts'
import { desk } from '../../text/desk.ts'
import { dossierList } from '../../text/dossier-list.ts'
import { Panel } from '../../ui/Panel.tsx'
import { useReturnToRow } from './use-return-to-row.ts'

export interface OpenListProps {
  readonly count: number
  readonly view: OfficeView
  readonly today: Day
}

/** The list behind the chosen count. It keeps its place while rows arrive, and when one comes back to it. */
export function OpenList({ count, view, today }: OpenListProps) {
  const { list, limit } = useDesk()
  const question = useMemo(() => followDeskRows(list, today, limit), [list, today, limit])
  const rows = useAnswer(question, null)
  const body = useReturnToRow(rows)
  const isOfDay = DAY_LISTS.has(list)
  const order = isOfDay ? desk.dayOrder(count) : desk.dueOrder(count)
  const { title, next } = desk.empty[list]
  return (
    <Panel title={desk.lists[list]} note={count > 0 && order}>
      <div className="rows" ref={body}>
        {rows?.length === 0 && count === 0
          ? <p className="empty"><b>{title}</b>{next}</p>
          : (
            <DossierTable
              key={list}
              caption={`${desk.lists[list]}: ${order}`}
              rows={rows ?? []}
              view={view}
              today={today}
              says={isOfDay ? 'state' : 'to-do'}
              when={isOfDay ? 'received' : 'due'}
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

const DAY_LISTS: ReadonlySet<DeskListId> = new Set(['received-today', 'turned-away-today', 'voided-today'])

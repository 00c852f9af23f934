import { useMemo } from 'react'
import { showCell, type Cell } from '../../../shared/base/table.ts'
import type { ListAnswer, ListColumn, ListQuestion, ListRow } from '../../../shared/bridge/books-api.ts'
import { changeBooks } from '../../state/books.ts'
import { openSubject } from '../../state/place.ts'
import { formatCount } from '../../text/format.ts'
import { problemText } from '../../text/problems.ts'
import { registers as t } from '../../text/registers.ts'
import { Message } from '../../ui/Message.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { VirtualTable, type VirtualColumn } from '../../ui/VirtualTable.tsx'
import { Reading } from './Reading.tsx'
import type { ShownList } from './use-list.ts'

const WIDTHS: Readonly<Record<ListColumn['kind'], number>> = { text: 184, number: 76, money: 104, day: 104, moment: 140 }

/** What has a page of its own. */
const OPENED = /^(dossier|certification):/

/** A register, or the list behind a figure; Enter opens the dossier, or the visit to the express lane. */
export function ListPanel({ question, list, days }: { readonly question: ListQuestion; readonly list: ShownList; readonly days: string }) {
  const { answer, problem } = list
  const shownColumns = answer?.columns
  const columns = useMemo(() => (shownColumns ?? []).map(toColumn), [shownColumns])
  const textsOf = useMemo(() => textsBy(shownColumns ?? []), [shownColumns])
  if (problem !== null) return <Message tone="soon" role="status">{problemText(problem)}</Message>
  if (answer === null) return <Reading />
  const { title, count, totals } = answer
  return (
    <Panel title={title} className="book" note={<span role="status">{t.count(count, days)}</span>}>
      {count === 0
        ? <p className="empty"><b>{t.nothing}</b>{t.nothingNext}</p>
        : (
          <VirtualTable
            key={`${question.kind}${title}`}
            of={list.name}
            caption={`${title}, ${t.count(count, days)}`}
            columns={columns}
            count={count}
            cells={at => {
              const row = list.row(at)
              return row === undefined ? undefined : textsOf(row)
            }}
            onView={list.view}
            onOpen={at => {
              const subject = list.row(at)?.subject
              if (subject !== undefined && OPENED.test(subject)) openSubject(subject)
            }}
            sortBy={question.sortBy}
            onSort={sortBy => { changeBooks({ sortBy }) }}
            sortLabel={t.sort}
            numberHead={t.row}
            foot={totals === null ? undefined : textsIn(answer.columns, totals)}
          />
        )}
    </Panel>
  )
}

/** The texts of each row, made once. */
function textsBy(columns: ListAnswer['columns']): (row: ListRow) => readonly string[] {
  const known = new WeakMap<ListRow, readonly string[]>()
  return row => {
    const texts = known.get(row) ?? textsIn(columns, row.cells)
    known.set(row, texts)
    return texts
  }
}

function textsIn(columns: ListAnswer['columns'], cells: readonly Cell[]): readonly string[] {
  return columns.map(({ kind }, i) => shown(kind, cells[i] ?? null))
}

function toColumn({ key, title, kind }: ListColumn): VirtualColumn {
  const width = Math.max(WIDTHS[kind], Math.min(title.length, 22) * 8 + 16)
  return { key, head: title, width, ...(kind === 'number' || kind === 'money' ? { align: 'right' as const } : {}) }
}

function shown(kind: ListColumn['kind'], cell: Cell): string {
  return kind === 'number' && typeof cell === 'number' ? formatCount(cell) : showCell(kind, cell)
}

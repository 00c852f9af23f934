import { useState } from 'react'
import { formatMoney } from '../../../shared/base/money.ts'
import { openSubject } from '../../state/place.ts'
import type { CertifiedVisit } from '../../store/queries/certified.ts'
import { certifyText } from '../../text/certify.ts'
import { dayAndTime } from '../../text/dossier.ts'
import { person as t } from '../../text/person.ts'
import { Mark } from '../../ui/Badge.tsx'
import { List, type Column } from '../../ui/List.tsx'
import { Panel } from '../../ui/Panel.tsx'

const FIRST_ROWS = 200
const MORE_ROWS = 500

/** What this person had certified, a visit a line; Enter opens the visit. */
export function Visits({ visits }: { readonly visits: readonly CertifiedVisit[] }) {
  const [limit, setLimit] = useState(FIRST_ROWS)
  const more = visits.length - limit
  const numbers = visits.reduce((sum, { rows }) => sum + countingOf(rows).length, 0)
  return (
    <Panel title={t.visits} note={t.visitsNote(visits.length, numbers)}>
      {visits.length === 0
        ? <p className="empty">{t.noVisits}</p>
        : <List
            className="visits" caption={t.visitsCaption} columns={COLUMNS} rows={visits.slice(0, limit)} keyOf={visit => visit.subject}
            onOpen={({ subject }) => { openSubject(subject) }}
          />}
      {more > 0 && <button type="button" className="more" onClick={() => { setLimit(limit + MORE_ROWS) }}>{t.moreVisits(more)}</button>}
    </Panel>
  )
}

const COLUMNS: readonly Column<CertifiedVisit>[] = [
  { id: 'when', head: t.when, width: '160px', cell: ({ rows }) => dayAndTime(rows[0]?.at ?? '') },
  { id: 'numbers', head: t.numbers, width: '180px', cell: ({ rows }) => numbersOf(rows) },
  { id: 'papers', head: t.papers, cell: ({ rows }) => <div className="one-line">{rows.map(({ paperName }) => paperName).join(', ')}</div> },
  { id: 'copies', head: t.copies, width: '70px', align: 'right', cell: ({ rows }) => sumOf(countingOf(rows).map(({ copyCount }) => copyCount)) },
  { id: 'fee', head: t.fee, width: '120px', align: 'right', cell: ({ rows }) => formatMoney(sumOf(countingOf(rows).map(({ fee }) => fee))) },
]

type Rows = CertifiedVisit['rows']

function numbersOf(rows: Rows) {
  if (rows[0]?.state === 'refused') return <Mark tone="refused">{t.refused}</Mark>
  const voided = rows.filter(({ state }) => state === 'voided').length
  const run = certifyText.numberRun(rows.map(({ number }) => number))
  return voided === 0 ? run : `${run} (${certifyText.voidedRow(voided)})`
}

function countingOf(rows: Rows): Rows {
  return rows.filter(({ state }) => state === 'counts')
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

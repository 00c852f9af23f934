import { useEffect, useMemo, useState, type RefObject } from 'react'
import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import { shortCode } from '../../../shared/dossiers/code.ts'
import { openList } from '../../state/desk.ts'
import { goTo } from '../../state/place.ts'
import { useDeskCounts } from '../../store/queries/desk-counts.ts'
import { followDeskRows } from '../../store/queries/desk-rows.ts'
import { searchDossiers } from '../../store/queries/search.ts'
import type { DossierRow } from '../../store/row.ts'
import { useAnswer } from '../../store/use-answer.ts'
import { returnsText as t } from '../../text/returns.ts'
import { Field } from '../../ui/Field.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useRoving } from '../../ui/use-roving.ts'

export interface ReadyPanelProps {
  readonly view: OfficeView
  readonly today: Day
  /** Whoever sits here. */
  readonly me: string
  readonly chosen: string | null
  readonly find: RefObject<HTMLInputElement | null>
  readonly onChoose: (subject: string) => void
}

const SHOWN = 60
/** So many of everything that fits are looked through for results that lie ready. */
const LOOKED_THROUGH = 500

/** One field and the results that lie ready, longest first; what is typed narrows them. */
export function ReadyPanel({ view, today, me, chosen, find, onChoose }: ReadyPanelProps) {
  const [question, setQuestion] = useState('')
  const moment = useMemo(() => ({ today, me }), [today, me])
  const counts = useDeskCounts(moment)
  const all = useAnswer(useMemo(() => followDeskRows('to-return', moment, SHOWN), [moment]), null)
  const found = useFoundReady(question, all)
  const rows = found ?? all ?? []
  const count = counts['to-return']
  const long = counts['lies-long']
  const roving = useRoving(rows.length, 'rows')
  return (
    <Panel title={t.ready} note={found === null ? t.count(count) : t.found(rows.length)} className="ready-panel">
      <div className="pad">
        <Field
          ref={find} label={t.find} type="search" placeholder={t.findHint} maxLength={200} value={question} onText={setQuestion}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing || !(event.key === 'ArrowDown' || event.key === 'Enter')) return
            event.preventDefault()
            if (event.key === 'Enter' && rows.length === 1 && rows[0] !== undefined) onChoose(rows[0].subject)
            else document.querySelector<HTMLElement>('.ready [data-stop]')?.focus()
          }}
        />
      </div>
      {rows.length === 0 && all !== null && (
        <p className="empty"><b>{found === null ? t.none : t.notFound}</b>{found === null ? t.noneNext : t.notFoundNext}</p>
      )}
      <ul className="ready" {...roving.group}>
        {rows.map((row, i) => (
          <li key={row.subject}>
            <button type="button" {...roving.stop(i)} aria-current={row.subject === chosen ? true : undefined} onClick={() => { onChoose(row.subject) }}>
              <b>{row.name}</b><span className="shelf">{t.since(dayOfInstant(row.readySince))}</span>
              <span className="p">{row.procedureName}</span><span className="p">{shortCode(row.code, view.office.codePattern)}</span>
            </button>
          </li>
        ))}
      </ul>
      {(count > SHOWN || long > 0) && found === null && (
        <button type="button" className="more" onClick={() => {
          openList(long > 0 ? 'lies-long' : 'to-return')
          goTo('desk')
        }}>
          {[count > SHOWN ? t.more(count - SHOWN) : '', long > 0 ? t.long(long) : ''].filter(part => part !== '').join(', ')}
        </button>
      )}
    </Panel>
  )
}

/** Ready results in which every word of the question stands; null before anything was asked. Asked again whenever the list changes. */
function useFoundReady(question: string, all: readonly DossierRow[] | null): readonly DossierRow[] | null {
  const [found, setFound] = useState<readonly DossierRow[] | null>(null)
  useEffect(() => {
    let isLatest = true
    if (question.trim() === '') setFound(null)
    else void searchDossiers(question, LOOKED_THROUGH).then(({ rows }) => { if (isLatest) setFound(rows.filter(({ task }) => task === 'return')) })
    return () => { isLatest = false }
  }, [question, all])
  return found
}

import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import { DossierTable } from '../../parts/DossierTable.tsx'
import { Screen } from '../../parts/Screen.tsx'
import { useFind } from '../../state/find.ts'
import { useOffice } from '../../state/office.ts'
import { goTo } from '../../state/place.ts'
import { useProgram } from '../../state/program.ts'
import { useStoreState } from '../../store/store-state.ts'
import { search } from '../../text/search.ts'
import { Panel } from '../../ui/Panel.tsx'
import { focusFind } from './focus-find.ts'
import { InPapers } from './InPapers.tsx'
import { useFound, type Found } from './use-found.ts'
import './search.css'

/** What fits the field of the top bar, as it is typed; before the first letter, what was received lately. */
export function SearchScreen() {
  const view = useOffice(state => state.view)
  const today = useProgram(state => state.now === null ? null : dayOfInstant(state.now))
  const text = useFind(state => state.text)
  const found = useFound(text, today)
  const { keys } = search
  return (
    <Screen
      title={search.title}
      ready={found !== null}
      help={search.help}
      keys={[
        { shortcut: 'F3', label: keys.find, act: focusFind },
        { shortcut: 'F2', label: keys.receive, act: () => { goTo('intake') } },
        { cap: '↑ ↓', label: keys.rows },
        { cap: 'Enter', label: keys.open },
      ]}
    >
      {view !== null && today !== null && <Results found={found} view={view} today={today} />}
      <InPapers text={text} />
    </Screen>
  )
}

interface ResultsProps {
  readonly found: Found | null
  readonly view: OfficeView
  readonly today: Day
}

/** Title, note and rows are of one answer, so that nothing jumps while the next one is on its way. */
function Results({ found, view, today }: ResultsProps) {
  const store = useStoreState()
  const isSearch = found !== null && found.text !== ''
  return (
    <Panel title={isSearch ? search.found : search.recent} className="results" note={<span role="status">{found !== null && noteOf(found)}</span>}>
      {!store.searchReady && isSearch && <p className="pad small">{search.filling(store.read)}</p>}
      {found !== null && found.rows.length === 0
        ? <Nothing text={found.text} />
        : (
          <div className="rows">
            <DossierTable
              caption={isSearch ? search.caption : search.recentCaption}
              rows={found?.rows ?? []}
              view={view}
              today={today}
              says="state"
              when={isSearch ? 'due' : 'received'}
            />
          </div>
        )}
    </Panel>
  )
}

function noteOf({ text, rows, count }: Found): string {
  if (text === '') return search.recentNote
  if (count === 0) return ''
  return rows.length < count ? search.first(rows.length, count) : search.count(count)
}

function Nothing({ text }: { readonly text: string }) {
  return text === ''
    ? <p className="empty"><b>{search.noDossiers}</b>{search.noDossiersNext}</p>
    : <p className="empty"><b>{search.nothing(text)}</b>{search.nothingNext}</p>
}

import { memo, useCallback, useEffect, useRef } from 'react'
import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import { report } from '../../ask.ts'
import { DossierTable } from '../../parts/DossierTable.tsx'
import { Screen } from '../../parts/Screen.tsx'
import { loadCatalogue } from '../../state/catalogue.ts'
import { asksSame, clearFilters, NOTHING_ASKED, showMoreFound, useFind, type Find } from '../../state/find.ts'
import { useOffice } from '../../state/office.ts'
import { goTo } from '../../state/place.ts'
import { useProgram } from '../../state/program.ts'
import { loadSavedSearches, useSavedSearches } from '../../state/saved-searches.ts'
import { useSession } from '../../state/session.ts'
import type { DossierRow } from '../../store/row.ts'
import { useStoreState } from '../../store/store-state.ts'
import { dossierList } from '../../text/dossier-list.ts'
import { search } from '../../text/search.ts'
import { Panel } from '../../ui/Panel.tsx'
import { useAfterPaint } from '../../ui/use-after-paint.ts'
import { FilterPanel } from './FilterPanel.tsx'
import { focusFilter, focusFind, focusRow } from './focus-find.ts'
import { InPapers } from './InPapers.tsx'
import { useFound, type Found } from './use-found.ts'
import { usePersonAsked } from './use-person-asked.ts'
import './search.css'

/** What fits the field of the top bar and the filters, as it is typed; where nothing is asked, what was received lately. */
export function SearchScreen() {
  const view = useOffice(state => state.view)
  const today = useProgram(state => state.now === null ? null : dayOfInstant(state.now))
  const userId = useSession(state => state.who?.id)
  const { find, limit } = useFind()
  const hasSaved = useSavedSearches(state => state.list.length > 0)
  const found = useFound(find, limit, today)
  // Rows below the window's edge, and the counts while somebody types, are drawn a frame after the rows that are waited for.
  const drawn = useAfterPaint(found)
  const isWhole = found?.isWalked === true || drawn?.find === found?.find
  const isReady = found !== null
  const isNarrowed = !asksSame({ ...find, text: '' }, NOTHING_ASKED)
  const current = useRef<DossierRow | null>(null)
  const keepCurrent = useCallback((row: DossierRow) => { current.current = row }, [])
  const person = usePersonAsked(find.text)
  const { keys } = search
  const openPerson = (): boolean => {
    const number = document.activeElement?.closest('.results') == null ? '' : current.current?.personalNumber ?? ''
    if (number !== '') goTo('person', number)
    return number !== ''
  }
  useEffect(() => { loadCatalogue().catch((reason: unknown) => { void report(reason) }) }, [])
  useEffect(() => { if (userId !== undefined) loadSavedSearches(userId) }, [userId])
  useEffect(() => { if (isReady) focusRow() }, [isReady])
  return (
    <Screen
      title={search.title}
      ready={isReady}
      help={search.help}
      keys={[
        ...(person === null ? [] : [{ shortcut: 'F9', label: keys.person, act: () => { goTo('person', person) }, main: true }]),
        { shortcut: 'F3', label: keys.find, act: focusFind },
        { shortcut: 'F8', label: keys.filter, act: focusFilter },
        ...(hasSaved ? [{ cap: 'Ctrl+1…9', label: keys.saved }] : []),
        { shortcut: 'Control+Delete', act: clearFilters },
        { shortcut: 'Control+H', label: keys.personOf, act: openPerson },
        { cap: '↑ ↓', label: keys.rows },
        { cap: 'Enter', label: keys.open },
      ]}
    >
      {today !== null && (
        <FilterPanel
          find={find} choices={found?.choices ?? null} paintedChoices={drawn?.choices ?? null} today={today} isNarrowed={isNarrowed}
        />
      )}
      {view !== null && today !== null && <Results found={found} isWhole={isWhole} view={view} today={today} onCurrent={keepCurrent} />}
      <InPapers text={find.text} />
    </Screen>
  )
}

interface ResultsProps {
  readonly found: Found | null
  /** Otherwise only as many rows are drawn as the window can show. */
  readonly isWhole: boolean
  readonly view: OfficeView
  readonly today: Day
  readonly onCurrent: (row: DossierRow) => void
}

/** Title, note and rows are of one answer, so that nothing jumps while the next one is on its way; a letter alone draws nothing here. */
const Results = memo(function Results({ found, isWhole, view, today, onCurrent }: ResultsProps) {
  const store = useStoreState()
  const isAsked = found?.isAsked === true
  const more = isAsked ? found.count - found.rows.length : 0
  const rows = found?.rows ?? NO_ROWS
  return (
    <Panel title={isAsked ? search.found : search.recent} className="results" note={<span role="status">{found !== null && noteOf(found)}</span>}>
      {!store.searchReady && isAsked && <p className="pad small">{search.filling(store.read)}</p>}
      {found !== null && found.rows.length === 0
        ? <Nothing isAsked={isAsked} find={found.find} />
        : (
          <div className="rows">
            <DossierTable
              caption={isAsked ? search.caption : search.recentCaption}
              rows={isWhole ? rows : rows.slice(0, Math.ceil(window.innerHeight / LOWEST_ROW))}
              view={view}
              today={today}
              says="state"
              when={isAsked ? 'due' : 'received'}
              onCurrent={onCurrent}
            />
            {more > 0 && <button type="button" className="more" onClick={showMoreFound}>{dossierList.more(more)}</button>}
          </div>
        )}
    </Panel>
  )
})

const NO_ROWS: readonly DossierRow[] = []
/** Pixels; no row is lower. */
const LOWEST_ROW = 36

function noteOf({ isAsked, rows, count }: Found): string {
  if (!isAsked) return search.recentNote
  if (count === 0) return ''
  return rows.length < count ? search.first(rows.length, count) : search.count(count)
}

function Nothing({ isAsked, find }: { readonly isAsked: boolean; readonly find: Find }) {
  if (!isAsked) return <p className="empty"><b>{search.noDossiers}</b>{search.noDossiersNext}</p>
  const isFiltered = !asksSame({ ...find, text: '' }, NOTHING_ASKED)
  return <p className="empty"><b>{search.nothing(find.text.trim())}</b>{isFiltered ? search.nothingFiltered : search.nothingNext}</p>
}

import { useMemo } from 'react'
import { dayOfInstant, type Day } from '../../../shared/base/day.ts'
import type { OfficeView } from '../../../shared/bridge/main-api.ts'
import { Screen } from '../../parts/Screen.tsx'
import { useCatalogue } from '../../state/catalogue.ts'
import { useDesk } from '../../state/desk.ts'
import { useOffice } from '../../state/office.ts'
import { goTo } from '../../state/place.ts'
import { useProgram } from '../../state/program.ts'
import { useScanTray } from '../../state/scan-tray.ts'
import { useSession } from '../../state/session.ts'
import { useDeskCounts } from '../../store/queries/desk-counts.ts'
import { useStoreState } from '../../store/store-state.ts'
import { desk } from '../../text/desk.ts'
import { CountTiles } from './CountTiles.tsx'
import { DayStrip } from './DayStrip.tsx'
import { Filling } from './Filling.tsx'
import { OpenList } from './OpenList.tsx'
import { queuesOf } from './queues.ts'
import { Reminders } from './Reminders.tsx'
import { findReminders } from './reminders.ts'
import { Starts } from './Starts.tsx'
import { useDrafts } from './use-drafts.ts'
import './desk.css'

/** What waits, most urgent first, and the two big starts. */
export function DeskScreen() {
  const view = useOffice(state => state.view)
  const today = useProgram(state => state.now === null ? null : dayOfInstant(state.now))
  const { keys } = desk
  return (
    <Screen
      title={desk.title}
      help={desk.help}
      onLeave={() => undefined}
      keys={[
        { shortcut: 'F2', label: keys.receive, act: () => { goTo('intake') } },
        { shortcut: 'F4', label: keys.certify, act: () => { goTo('certify') } },
        { shortcut: 'F7', label: keys.handOver, act: () => { goTo('returns') } },
        { shortcut: 'F3', label: keys.find, act: () => { document.getElementById('find')?.focus() } },
        { cap: '← →', label: keys.lists },
        { cap: '↑ ↓', label: keys.rows },
        { cap: 'Space', label: keys.mark },
        { cap: 'Enter', label: keys.open },
      ]}
    >
      <Starts />
      {view !== null && today !== null && <Work view={view} today={today} />}
    </Screen>
  )
}

function Work({ view, today }: { readonly view: OfficeView; readonly today: Day }) {
  const store = useStoreState()
  const who = useSession(state => state.who)
  const chosen = useDesk(state => state.list)
  const journal = useProgram(state => state.journal)
  const catalogue = useCatalogue(state => state.catalogue)
  const drafts = useDrafts()
  const tray = useScanTray(state => state.tray)
  const me = who?.id ?? ''
  const tiles = queuesOf(who?.roles ?? [])
  const list = chosen ?? tiles[0] ?? 'open'
  const moment = useMemo(() => ({ today, me }), [today, me])
  const counts = useDeskCounts(moment)
  const isOpen = store.phase === 'ready'
  return (
    <>
      {isOpen && <CountTiles counts={counts} tiles={tiles} list={list} />}
      <div className="desk-body">
        {isOpen ? <OpenList key={list} list={list} count={counts[list]} view={view} moment={moment} /> : <Filling store={store} />}
        <Reminders reminders={findReminders({ store, journal, counts, drafts, catalogue, pages: tray?.pages ?? [] })} />
      </div>
      {isOpen && <DayStrip counts={counts} where={view.office.desk} today={today} />}
    </>
  )
}

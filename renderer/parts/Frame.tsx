import type { ReactNode } from 'react'
import { useOffice } from '../state/office.ts'
import { goTo, usePlace } from '../state/place.ts'
import { changeZoom } from '../state/zoom.ts'
import { lock, useSession } from '../state/session.ts'
import { shell } from '../text/shell.ts'
import { useKeys } from '../ui/use-keys.ts'
import { Bands } from './Bands.tsx'
import { moveToPart } from './move-to-part.ts'
import { Places, type PlaceEntry } from './Places.tsx'
import { TopBar } from './TopBar.tsx'
import './frame.css'

/** Top bar, bands, places and the screen one is in; keys that do the same everywhere. */
export function Frame({ places, children }: { readonly places: readonly PlaceEntry[]; readonly children: ReactNode }) {
  const who = useSession(state => state.who)
  const view = useOffice(state => state.view)
  const place = usePlace(state => state.id)
  const zoom = (by: 1 | -1 | 0) => () => { if (who !== null) void changeZoom(who.id, by) }
  const goes = places.flatMap(entry => entry.digit === undefined ? [] : [[`Alt+${String(entry.digit)}`, () => { goTo(entry.id) }] as const])

  useKeys({
    ...Object.fromEntries(goes),
    'Alt+0': () => { void lock() },
    ...(places.some(entry => entry.id === 'intake') && { F2: () => { goTo('intake') } }),
    ...(places.some(entry => entry.id === 'certify') && { F4: () => { goTo('certify') } }),
    ...(places.some(entry => entry.id === 'returns') && { F7: () => { goTo('returns') } }),
    ...(places.some(entry => entry.id === 'scan') && { F5: () => { goTo('scan') } }),
    'F3': () => { document.getElementById('find')?.focus() },
    'F6': () => moveToPart(1),
    'Shift+F6': () => moveToPart(-1),
    'Control+Plus': zoom(1),
    'Control+Shift+Plus': zoom(1),
    'Control+Minus': zoom(-1),
    'Control+0': zoom(0),
    'Control+P': () => undefined,
  }, 'frame')

  return (
    <>
      <a className="skip" href="#work" onClick={event => {
        event.preventDefault()
        document.getElementById('work')?.focus()
      }}>{shell.skip}</a>
      <div className="app">
        <TopBar view={view} who={who} find />
        <Bands />
        <Places places={places} current={place} onGo={goTo} onLock={() => { void lock() }} />
        {children}
      </div>
    </>
  )
}

import type { PlaceId } from '../state/place.ts'
import { placeNames, shell } from '../text/shell.ts'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useRoving } from '../ui/use-roving.ts'
import { Machines } from './Machines.tsx'

export interface PlaceEntry {
  readonly id: PlaceId
  /** Alt and this digit. */
  readonly digit?: number
}

export interface PlacesProps {
  readonly places: readonly PlaceEntry[]
  readonly current: PlaceId
  readonly onGo: (id: PlaceId) => void
  readonly onLock: () => void
}

/** The places at the left, never moving. */
export function Places({ places, current, onGo, onLock }: PlacesProps) {
  const roving = useRoving(places.length + 1, 'rows')
  return (
    <nav className="nav" aria-label={shell.places} data-part="">
      <p className="cap" id="nav-cap">{shell.placesHint.before} <kbd>{shell.placesHint.key}</kbd> {shell.placesHint.after}</p>
      <ul aria-describedby="nav-cap" {...roving.group}>
        {places.map(({ id, digit }, i) => (
          <li key={id}>
            <button
              type="button"
              {...roving.stop(i)}
              aria-current={id === current ? 'page' : undefined}
              aria-keyshortcuts={digit === undefined ? undefined : `Alt+${String(digit)}`}
              onClick={() => { onGo(id) }}
            >
              {placeNames[id]} {digit !== undefined && <KeyCap>{String(digit)}</KeyCap>}
            </button>
          </li>
        ))}
        <li>
          <button type="button" {...roving.stop(places.length)} aria-keyshortcuts="Alt+0" onClick={onLock}>
            {shell.lock} <KeyCap>0</KeyCap>
          </button>
        </li>
      </ul>
      <Machines />
    </nav>
  )
}

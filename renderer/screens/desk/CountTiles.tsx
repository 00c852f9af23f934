import { openList, useDesk } from '../../state/desk.ts'
import type { DeskListId } from '../../store/desk-list.ts'
import type { DeskCounts } from '../../store/queries/desk-counts.ts'
import { desk } from '../../text/desk.ts'
import { formatCount } from '../../text/format.ts'
import { classNames } from '../../ui/class-names.ts'
import { useRoving } from '../../ui/use-roving.ts'

const TILES: readonly DeskListId[] = ['open', 'due-today', 'overdue', 'papers', 'received-today', 'turned-away-today']

/** The counts; each opens the list of exactly that many rows, already when the cursor comes to it. */
export function CountTiles({ counts }: { readonly counts: DeskCounts }) {
  const list = useDesk(state => state.list)
  const roving = useRoving(TILES.length, 'line')
  return (
    <nav className="tiles" aria-label={desk.counts} data-part="" {...roving.group}>
      {TILES.map((id, i) => (
        <button
          key={id}
          type="button"
          className={classNames('tile', toneOf(id, counts[id]))}
          aria-current={list === id ? true : undefined}
          {...roving.stop(i)}
          onFocus={() => { openList(id) }}
          onClick={() => { openList(id) }}
        >
          <b>{formatCount(counts[id])} </b>
          <span>{desk.lists[id]}</span>
        </button>
      ))}
    </nav>
  )
}

/** Zero is never alarming. */
function toneOf(id: DeskListId, count: number): string | undefined {
  if (count === 0) return undefined
  return id === 'overdue' ? 'late' : id === 'due-today' ? 'soon' : undefined
}

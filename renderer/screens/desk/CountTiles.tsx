import { openList } from '../../state/desk.ts'
import type { DeskListId } from '../../store/desk-list.ts'
import type { DeskCounts } from '../../store/queries/desk-counts.ts'
import { desk } from '../../text/desk.ts'
import { formatCount } from '../../text/format.ts'
import { classNames } from '../../ui/class-names.ts'
import { useRoving } from '../../ui/use-roving.ts'

export interface CountTilesProps {
  readonly counts: DeskCounts
  /** The queues of whoever sits here, in their order. */
  readonly tiles: readonly DeskListId[]
  readonly list: DeskListId
}

const ONE_ROW = 8

/** The counts; each opens the list of exactly that many rows, already when the cursor comes to it. */
export function CountTiles({ counts, tiles, list }: CountTilesProps) {
  const roving = useRoving(tiles.length, 'line')
  return (
    <nav className={classNames('tiles', tiles.length > ONE_ROW && 'many')} aria-label={desk.counts} data-part="" {...roving.group}>
      {tiles.map((id, i) => (
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
  return id === 'overdue' ? 'late' : id === 'due-today' || id === 'lies-long' ? 'soon' : undefined
}

import { useMemo, useSyncExternalStore } from 'react'
import { DESK_LISTS, type DeskListId, type DeskMoment } from '../desk-list.ts'
import { counts } from '../shelf.ts'

export type DeskCounts = Readonly<Record<DeskListId, number>>

/** How many rows each list of this desk has now, kept in step; known at once, so that the desk is drawn in one go. */
export function useDeskCounts(moment: DeskMoment): DeskCounts {
  const now = useSyncExternalStore(listen, () => counts.value)
  return useMemo(() => Object.fromEntries(
    Object.entries(DESK_LISTS).map(([id, list]) => [id, list.count(now, moment)])) as DeskCounts, [now, moment])
}

function listen(onChange: () => void): () => void {
  const subscription = counts.subscribe(onChange)
  return () => { subscription.unsubscribe() }
}

import { map, type Observable } from 'rxjs'
import type { Day } from '../../../shared/base/day.ts'
import { DESK_LISTS, type DeskListId } from '../desk-list.ts'
import { counts } from '../shelf.ts'

export type DeskCounts = Readonly<Record<DeskListId, number>>

/** How many rows each list of the desk has today, kept in step. */
export function followDeskCounts(today: Day): Observable<DeskCounts> {
  return counts.pipe(map(now => Object.fromEntries(
    Object.entries(DESK_LISTS).map(([id, list]) => [id, list.count(now, today)])) as DeskCounts))
}

import { map, type Observable } from 'rxjs'
import { DESK_LISTS, type DeskListId, type DeskMoment } from '../desk-list.ts'
import { counts } from '../shelf.ts'

export type DeskCounts = Readonly<Record<DeskListId, number>>

/** How many rows each list of this desk has now, kept in step. */
export function followDeskCounts(moment: DeskMoment): Observable<DeskCounts> {
  return counts.pipe(map(now => Object.fromEntries(
    Object.entries(DESK_LISTS).map(([id, list]) => [id, list.count(now, moment)])) as DeskCounts))
}

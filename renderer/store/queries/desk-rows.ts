import { map, type Observable } from 'rxjs'
import { followShelf } from '../ask-shelf.ts'
import { DESK_LISTS, type DeskListId, type DeskMoment } from '../desk-list.ts'
import type { DossierRow } from '../row.ts'

/** The first rows of a list of the desk, kept in step; null before the index is open. */
export function followDeskRows(list: DeskListId, moment: DeskMoment, limit: number): Observable<readonly DossierRow[] | null> {
  const query = DESK_LISTS[list].query(moment)
  return followShelf<readonly DossierRow[] | null>(
    dossiers => dossiers.find({ ...query, limit }).$.pipe(map(found => found.map(row => row.toJSON()))), null)
}

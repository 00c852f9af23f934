import { map, type Observable } from 'rxjs'
import { counts } from '../shelf.ts'

/** How many dossiers are in the index, kept in step; while filling it counts up. */
export function followAllCount(): Observable<number> {
  return counts.pipe(map(({ all }) => all))
}

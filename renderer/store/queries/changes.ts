import { map, type Observable } from 'rxjs'
import { counts } from '../shelf.ts'

/** A number that is another one whenever the index has taken something over. */
export function followChanges(): Observable<number> {
  let change = 0
  return counts.pipe(map(() => {
    change += 1
    return change
  }))
}

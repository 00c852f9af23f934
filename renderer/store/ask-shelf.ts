import { EMPTY, catchError, defer, of, switchMap, type Observable } from 'rxjs'
import type { Dossiers } from './collections.ts'
import { brokenReads, shelf, type Shelf } from './shelf.ts'

/** A live question to whatever index is open; it goes on with the next one when that is made anew. `otherwise` while none is open. */
export function followShelf<T>(question: (dossiers: Dossiers, shelf: Shelf) => Observable<T>, otherwise: T): Observable<T> {
  return shelf.pipe(switchMap(open =>
    open === null ? of(otherwise) : defer(() => question(open.dossiers, open)).pipe(catchError(onBroken))))
}

/** One answer, now; `otherwise` while no index is open or it cannot be read. */
export async function askShelf<T>(question: (dossiers: Dossiers, shelf: Shelf) => Promise<T>, otherwise: T): Promise<T> {
  const open = shelf.value
  if (open === null) return otherwise
  return question(open.dossiers, open).catch((reason: unknown) => {
    brokenReads.next(reason)
    return otherwise
  })
}

function onBroken(reason: unknown): Observable<never> {
  brokenReads.next(reason)
  return EMPTY
}

import type { DexieStorageInternals, RxDatabase } from 'rxdb'
import { BehaviorSubject, Subject } from 'rxjs'
import { BOOKMARK, DOSSIERS, DOSSIER_SCHEMA, type Bookmark, type Dossiers } from './collections.ts'
import { NO_COUNTS, type Counts } from './counts.ts'
import type { DossierRow } from './row.ts'
import { openDatabase, type Place } from './storage.ts'

/** One index over the journal, open for questions. */
export interface Shelf {
  readonly place: Place
  readonly database: RxDatabase
  readonly dossiers: Dossiers
}

/** The index that is asked now; null before it is open. A damaged one is exchanged for another. */
export const shelf = new BehaviorSubject<Shelf | null>(null)

/** The counts of everything in the index. */
export const counts = new BehaviorSubject<Counts>(NO_COUNTS)

/** A question that the window's storage could not answer. */
export const brokenReads = new Subject<unknown>()

export async function openShelf(place: Place): Promise<Shelf> {
  const database = await openDatabase(DOSSIERS, place, { schema: DOSSIER_SCHEMA, localDocuments: true })
  return { place, database, dossiers: database.collections['dossiers'] as Dossiers }
}

/** Lets go of an index; one that is damaged may not even close. */
export function closeShelf({ database }: Shelf): void {
  void database.close().catch(() => false)
}

/** How far the index was when it was last written; undefined for a new one. */
export async function readBookmark({ dossiers }: Shelf): Promise<Bookmark | undefined> {
  const stored = await dossiers.getLocal<Bookmark>(BOOKMARK)
  return stored?.toJSON().data
}

export async function writeBookmark({ dossiers }: Shelf, bookmark: Bookmark): Promise<void> {
  await dossiers.upsertLocal<Bookmark>(BOOKMARK, bookmark)
}

/** Writes rows; `fresh` when most of them are new, which is quicker. */
export async function writeRows({ dossiers }: Shelf, rows: readonly DossierRow[], fresh: boolean): Promise<void> {
  if (rows.length === 0) return
  const { error } = fresh ? await dossiers.bulkInsert([...rows]) : await dossiers.bulkUpsert([...rows])
  if (error.length === 0) return
  const refused = new Set(error.map(({ documentId }) => documentId))
  const again = await dossiers.bulkUpsert(rows.filter(({ subject }) => refused.has(subject)))
  if (again.error.length > 0) throw new Error(`The index refuses ${String(again.error.length)} rows`)
}

/** So many rows after a subject, in the order of subjects: straight from Dexie, in one read, where RxDB walks a cursor row by row. */
export async function readRows({ place, dossiers }: Shelf, after: string, limit: number): Promise<readonly DossierRow[]> {
  // What lives in memory begins empty.
  if (place.kind === 'memory') return []
  const { dexieTable } = await (dossiers.storageInstance.internals as DexieStorageInternals)
  return await dexieTable.where(':id').above(after).limit(limit).toArray() as DossierRow[]
}

import type { DexieStorageInternals, RxCollection, RxDatabase, RxDocumentData } from 'rxdb'
import { BehaviorSubject, Subject } from 'rxjs'
import type { CertificationRow } from './certification-row.ts'
import {
  BOOKMARK, CERTIFICATION_SCHEMA, DOSSIERS, DOSSIER_SCHEMA, type Bookmark, type Certifications, type Dossiers,
} from './collections.ts'
import { NO_COUNTS, type Counts } from './counts.ts'
import type { DossierRow } from './row.ts'
import { openDatabase, type Place } from './storage.ts'

/** One index over the journal, open for questions. */
export interface Shelf {
  readonly place: Place
  readonly database: RxDatabase
  readonly dossiers: Dossiers
  readonly certifications: Certifications
}

/** The index that is asked now; null before it is open. A damaged one is exchanged for another. */
export const shelf = new BehaviorSubject<Shelf | null>(null)

/** The counts of everything in the index. */
export const counts = new BehaviorSubject<Counts>(NO_COUNTS)

/** A question that the window's storage could not answer. */
export const brokenReads = new Subject<unknown>()

export async function openShelf(place: Place): Promise<Shelf> {
  const database = await openDatabase(DOSSIERS, place, {
    dossiers: { schema: DOSSIER_SCHEMA, localDocuments: true }, certifications: { schema: CERTIFICATION_SCHEMA },
  })
  const { dossiers, certifications } = database.collections
  return { place, database, dossiers: dossiers as Dossiers, certifications: certifications as Certifications }
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
  await write(dossiers, rows, fresh)
}

/** Writes what was certified; a number that became void takes the place of what it was. */
export async function writeCertifications({ certifications }: Shelf, rows: readonly CertificationRow[]): Promise<void> {
  await write(certifications, rows, true)
}

async function write<Row>(collection: RxCollection<Row>, rows: readonly Row[], fresh: boolean): Promise<void> {
  if (rows.length === 0) return
  const { error } = fresh ? await collection.bulkInsert([...rows]) : await collection.bulkUpsert([...rows])
  if (error.length === 0) return
  const refused = new Set(error.map(({ documentId }) => documentId))
  const again = await collection.bulkUpsert(rows.filter(row => refused.has(String(row[collection.schema.primaryPath as keyof Row]))))
  if (again.error.length > 0) throw new Error(`The index refuses ${String(again.error.length)} rows`)
}

/** So many rows after a subject, in the order of subjects: straight from Dexie, in one read, where RxDB walks a cursor row by row. */
export async function readRows({ place, dossiers }: Shelf, after: string, limit: number): Promise<readonly DossierRow[]> {
  // What lives in memory begins empty.
  if (place.kind === 'memory') return []
  const { dexieTable } = await (dossiers.storageInstance.internals as DexieStorageInternals)
  const stored = await dexieTable.where(':id').above(after).limit(limit).toArray() as RxDocumentData<DossierRow>[]
  return stored.map(({ _deleted, _meta, _rev, _attachments, ...row }) => row)
}

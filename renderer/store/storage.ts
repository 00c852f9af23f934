import { addRxPlugin, createRxDatabase, type RxDatabase, type RxStorage } from 'rxdb'
import { RxDBLocalDocumentsPlugin } from 'rxdb/plugins/local-documents'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'

addRxPlugin(RxDBLocalDocumentsPlugin)

/** What a database is for; a new version is a new database, the old one is dropped. */
export interface Purpose {
  readonly name: 'dossiers' | 'drafts'
  readonly version: number
}

/** Databases of one purpose are numbered: one that is damaged is never opened again, the next number takes its place. */
export interface DiskPlace {
  readonly kind: 'disk'
  readonly generation: number
}
export type Place = DiskPlace | { readonly kind: 'memory' }

/** The newest database of this purpose on disk, or the first one to be. Rejects when the window's storage cannot be read at all. */
export async function findPlace(purpose: Purpose): Promise<DiskPlace> {
  const stored = (await storedGenerations(purpose)).filter(({ version }) => version === purpose.version)
  return { kind: 'disk', generation: Math.max(1, ...stored.map(({ generation }) => generation)) }
}

/** Whether this purpose has a database on disk. */
export async function isStored(purpose: Purpose): Promise<boolean> {
  return (await storedGenerations(purpose)).some(stored => stored.version === purpose.version)
}

/**
 * Opens a database with its collections.
 *
 * On disk every write is flushed before it counts as written: Chromium's own default loses
 * acknowledged documents in a power cut.
 */
export async function openDatabase(
  purpose: Purpose, place: Place, collections: Parameters<RxDatabase['addCollections']>[0],
): Promise<RxDatabase> {
  const database = await createRxDatabase({
    name: place.kind === 'disk' ? nameOf(purpose, place.generation) : `${purpose.name}-memory-${String(nextMemory++)}`,
    storage: (place.kind === 'disk' ? getRxStorageDexie({ chromeTransactionDurability: 'strict' }) : getRxStorageMemory()) as RxStorage<unknown, unknown>,
    multiInstance: false,
  })
  await database.addCollections(collections)
  return database
}

let nextMemory = 1

/** Deletes every database of the purpose but this one; one that cannot be deleted now is tried again at the next opening. */
export async function dropOthers(purpose: Purpose, place: DiskPlace): Promise<void> {
  await drop(purpose, ({ version, generation }) => version !== purpose.version || generation !== place.generation)
}

/** Deletes one database, such as one that could be opened but not filled. */
export async function dropPlace(purpose: Purpose, place: DiskPlace): Promise<void> {
  await drop(purpose, ({ version, generation }) => version === purpose.version && generation === place.generation)
}

const PREFIX = 'rxdb-dexie-'

function nameOf({ name, version }: Purpose, generation: number): string {
  return `${name}-v${String(version)}-${String(generation)}`
}

interface StoredDatabase {
  readonly database: string
  readonly version: number
  readonly generation: number
}

async function storedGenerations({ name }: Purpose): Promise<readonly StoredDatabase[]> {
  const pattern = new RegExp(`^${PREFIX}${name}-v(\\d+)-(\\d+)--`)
  return (await indexedDB.databases()).flatMap(({ name: database = '' }) => {
    const match = pattern.exec(database)
    return match === null ? [] : [{ database, version: Number(match[1]), generation: Number(match[2]) }]
  })
}

async function drop(purpose: Purpose, isUnwanted: (stored: StoredDatabase) => boolean): Promise<void> {
  for (const stored of await storedGenerations(purpose)) if (isUnwanted(stored)) indexedDB.deleteDatabase(stored.database)
}

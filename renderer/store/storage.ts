import { addRxPlugin, createRxDatabase, type RxCollectionCreator, type RxDatabase, type RxStorage } from 'rxdb'
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
export type Place = { readonly kind: 'disk'; readonly generation: number } | { readonly kind: 'memory' }

/** The newest database of this purpose on disk, or the first one to be. Rejects when the window's storage cannot be read at all. */
export async function findPlace(purpose: Purpose): Promise<Extract<Place, { kind: 'disk' }>> {
  const generations = (await storedGenerations(purpose)).filter(stored => stored.version === purpose.version).map(stored => stored.generation)
  return { kind: 'disk', generation: Math.max(1, ...generations) }
}

/** Whether this purpose has a database on disk. */
export async function isStored(purpose: Purpose): Promise<boolean> {
  return (await storedGenerations(purpose)).some(stored => stored.version === purpose.version)
}

/**
 * Opens a database with one collection named after its purpose.
 *
 * On disk every write is flushed before it counts as written: Chromium's own default loses
 * acknowledged documents in a power cut.
 */
export async function openDatabase<Row>(purpose: Purpose, place: Place, collection: RxCollectionCreator<Row>): Promise<RxDatabase> {
  const database = await createRxDatabase({
    name: place.kind === 'disk' ? nameOf(purpose, place.generation) : `${purpose.name}-memory-${String(nextMemory++)}`,
    storage: (place.kind === 'disk' ? getRxStorageDexie({ chromeTransactionDurability: 'strict' }) : getRxStorageMemory()) as RxStorage<unknown, unknown>,
    multiInstance: false,
  })
  await database.addCollections({ [purpose.name]: collection })
  return database
}

let nextMemory = 1

/** Deletes every database of the purpose but this one; one that cannot be deleted now is tried again at the next opening. */
export async function dropOthers(purpose: Purpose, place: Place): Promise<void> {
  const kept = place.kind === 'disk' ? `${PREFIX}${nameOf(purpose, place.generation)}--` : ''
  const stored = await storedGenerations(purpose)
  for (const { database } of stored) {
    if (kept === '' || !database.startsWith(kept)) indexedDB.deleteDatabase(database)
  }
}

const PREFIX = 'rxdb-dexie-'

function nameOf({ name, version }: Purpose, generation: number): string {
  return `${name}-v${String(version)}-${String(generation)}`
}

async function storedGenerations({ name }: Purpose): Promise<readonly { readonly database: string; readonly version: number; readonly generation: number }[]> {
  const pattern = new RegExp(`^${PREFIX}${name}-v(\\d+)-(\\d+)--`)
  return (await indexedDB.databases()).flatMap(({ name: database = '' }) => {
    const match = pattern.exec(database)
    return match === null ? [] : [{ database, version: Number(match[1]), generation: Number(match[2]) }]
  })
}

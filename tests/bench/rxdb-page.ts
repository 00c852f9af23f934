import { createRxDatabase } from 'rxdb'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'

/** The peer's window: one collection, strict durability, one insert at a time. */
export interface RxdbPage {
  /** Milliseconds of each insert, one after the other. */
  readonly insertAll: (documents: readonly { readonly id: string; readonly line: string }[]) => Promise<readonly number[]>
}

const database = await createRxDatabase({ name: 'peer', storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }), multiInstance: false })
const { acts } = await database.addCollections({
  acts: {
    schema: {
      version: 0, primaryKey: 'id', type: 'object', required: ['id', 'line'],
      properties: { id: { type: 'string', maxLength: 64 }, line: { type: 'string' } },
    },
  },
})

const page: RxdbPage = {
  insertAll: async documents => {
    const took: number[] = []
    for (const document of documents) {
      const from = performance.now()
      await acts.insert(document)
      took.push(performance.now() - from)
    }
    return took
  },
}
Object.assign(window, { rxdbPage: page })

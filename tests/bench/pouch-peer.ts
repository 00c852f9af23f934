import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** PouchDB replicating into express-pouchdb on leveldb in its own process. */
export interface PouchPeer {
  /** Puts the documents of each source into a PouchDB here, then replicates all at once; seconds of the replication alone. */
  readonly replicate: (sources: readonly (readonly object[])[]) => Promise<number>
  readonly close: () => Promise<void>
}

interface PouchDb {
  readonly bulkDocs: (documents: readonly object[]) => Promise<readonly unknown[]>
  readonly replicate: { readonly to: (url: string, options: object) => Promise<{ readonly docs_written: number }> }
  readonly destroy: () => Promise<unknown>
}

export async function openPouchPeer(): Promise<PouchPeer> {
  const folder = mkdtempSync(join(tmpdir(), 'pouch-peer-'))
  const Pouch = createRequire(import.meta.url)('pouchdb') as new (name: string) => PouchDb
  const child = spawn(process.execPath, [join(import.meta.dirname, 'pouch-server.cjs'), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise(resolve => child.once('exit', resolve))
  const port = await new Promise<number>(resolve => {
    createInterface({ input: child.stdout }).once('line', line => { resolve((JSON.parse(line) as { readonly port: number }).port) })
  })
  let round = 0
  return {
    replicate: async sources => {
      round += 1
      const here = sources.map((_, nth) => new Pouch(join(folder, `source-${String(round)}-${String(nth)}`)))
      for (const [nth, db] of here.entries()) await db.bulkDocs(sources[nth] ?? [])
      const from = performance.now()
      const replicated = await Promise.all(here.map((db, nth) =>
        db.replicate.to(`http://127.0.0.1:${String(port)}/target-${String(round)}-${String(nth)}`, { batch_size: 500, batches_limit: 10 })))
      const seconds = (performance.now() - from) / 1000
      const written = replicated.reduce((sum, { docs_written: count }) => sum + count, 0)
      const wanted = sources.reduce((sum, { length }) => sum + length, 0)
      if (written !== wanted) throw new Error(`The peer took ${String(written)} of ${String(wanted)}`)
      for (const db of here) await db.destroy()
      return seconds
    },
    close: async () => {
      child.kill('SIGKILL')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

import { createReadStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder, makeFolder } from '../record/durable.ts'
import type { ObjectStore } from './object-store.ts'

/** Objects as files under a folder, which several processes may share. */
export async function openFiles(root: string): Promise<ObjectStore> {
  await makeFolder(root)
  let written = 0
  return {
    put: async (name, bytes) => {
      const path = join(root, name)
      await makeFolder(dirname(path))
      const aside = `${path}.${String(process.pid)}-${String(written += 1)}.part`
      const file = await open(aside, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.datasync()
      } finally {
        await file.close()
      }
      await rename(aside, path)
      await flushFolder(dirname(path))
    },
    get: async (name, from) => {
      const bytes = await sizeOf(join(root, name))
      return bytes === undefined ? undefined : { bytes, stream: createReadStream(join(root, name), { start: from }) }
    },
    size: name => sizeOf(join(root, name)),
    list: async folder => (await entriesOf(join(root, folder))).filter(name => !name.endsWith('.part')),
    remove: name => rm(join(root, name), { force: true, recursive: true }),
    ready: async () => {
      await stat(root)
    },
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return absentAs(undefined, async () => (await stat(path)).size)
}

async function entriesOf(path: string): Promise<readonly string[]> {
  return absentAs([], () => readdir(path))
}

async function absentAs<T, Absent>(absent: Absent, ask: () => Promise<T>): Promise<T | Absent> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return absent
    throw error
  }
}

import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CACHE } from '../../build/folders.ts'

/** A copy of one's own of a folder that takes long to fill: it is filled once and kept in the cache under its name. */
export async function copyOfKept(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const kept = join(CACHE, name)
  if (!existsSync(kept)) {
    const made = `${kept}.part`
    await rm(made, { recursive: true, force: true })
    await mkdir(made, { recursive: true })
    await fill(made)
    await rename(made, kept)
  }
  const folder = await mkdtemp(join(tmpdir(), 'folder-'))
  await cp(kept, folder, { recursive: true })
  return folder
}

import { createHash, hash } from 'node:crypto'
import { createReadStream, rmSync, statSync } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageOf } from '../../shared/papers/paper.ts'
import { flushFolder, isFileError, makeFolder } from '../journal/durable-file.ts'

/** The pages on this PC: `pages/<aa>/<sha256>`, each kept once. */
export interface PageStore {
  /** Resolves when the page would survive a power cut; the same bytes again are the same page (rule J5). */
  readonly keep: (bytes: Uint8Array) => Promise<PageOf>
  readonly has: (sha256: string) => boolean
  /** The whole name of the page here whose name begins so, if there is one. */
  readonly find: (beginning: string) => string | undefined
  /** Bytes, or undefined when it is not here. */
  readonly size: (sha256: string) => number | undefined
  /** From the byte `from` on. Throws what the file system says. */
  readonly read: (sha256: string, from: number) => AsyncIterable<Uint8Array>
  /** Reads the page again: whether its bytes are still the ones its name says. */
  readonly isTrue: (sha256: string) => Promise<boolean>
  /** The instant it was kept here, UTC ms; undefined when it is not here. */
  readonly keptAt: (sha256: string) => number | undefined
  /** Forgets the copy here; only the sweep may ask this. */
  readonly drop: (sha256: string) => Promise<void>
  /** Every page that is here. */
  readonly names: () => Iterable<string>
  /**
   * Forgets a page that was kept before this instant, UTC ms; whether it did. One kept since this start stays, whatever its file says:
   * whoever kept it may still hold its name.
   */
  readonly dropUnnamed: (sha256: string, before: number) => boolean
}

/** Opening reads names alone: of years of pages only those that wait are ever asked for their size. */
export async function openPageStore(root: string): Promise<PageStore> {
  const folder = join(root, 'pages')
  const namesByHome = await pagesIn(folder)
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  const keptNow = new Set<string>()
  let written = 0

  function has(sha256: string): boolean {
    return namesByHome.get(sha256.slice(0, 2))?.has(sha256) ?? false
  }

  function size(sha256: string): number | undefined {
    return has(sha256) ? statSync(pathOf(sha256), { throwIfNoEntry: false })?.size : undefined
  }

  async function keep(bytes: Uint8Array): Promise<PageOf> {
    const page = { sha256: hash('sha256', bytes, 'hex'), bytes: bytes.length }
    keptNow.add(page.sha256)
    if (size(page.sha256) === page.bytes && await isTrue(page.sha256)) return page
    const home = join(folder, page.sha256.slice(0, 2))
    await makeFolder(home)
    const aside = join(home, `${page.sha256}.${String(written += 1)}${PART}`)
    const file = await open(aside, 'w')
    try {
      await file.writeFile(bytes)
      await file.datasync()
    } finally {
      await file.close()
    }
    await rename(aside, pathOf(page.sha256))
    await flushFolder(home)
    namesByHome.set(page.sha256.slice(0, 2), (namesByHome.get(page.sha256.slice(0, 2)) ?? new Set()).add(page.sha256))
    return page
  }

  async function isTrue(sha256: string): Promise<boolean> {
    const sum = createHash('sha256')
    try {
      for await (const piece of createReadStream(pathOf(sha256)) as AsyncIterable<Buffer>) sum.update(piece)
    } catch (error) {
      if (isFileError(error)) return false
      throw error
    }
    return sum.digest('hex') === sha256
  }

  return {
    keep,
    has,
    find: beginning => [...namesByHome.get(beginning.slice(0, 2)) ?? []].find(name => name.startsWith(beginning)),
    size,
    read: (sha256, from) => createReadStream(pathOf(sha256), { start: from }),
    isTrue,
    keptAt: sha256 => has(sha256) ? statSync(pathOf(sha256), { throwIfNoEntry: false })?.mtimeMs : undefined,
    drop: async sha256 => {
      namesByHome.get(sha256.slice(0, 2))?.delete(sha256)
      await rm(pathOf(sha256), { force: true })
    },
    names: () => [...namesByHome.values()].flatMap(names => [...names]),
    dropUnnamed: (sha256, before) => {
      const keptAt = keptNow.has(sha256) ? undefined : statSync(pathOf(sha256), { throwIfNoEntry: false })?.mtimeMs
      if (keptAt === undefined || keptAt >= before) return false
      namesByHome.get(sha256.slice(0, 2))?.delete(sha256)
      rmSync(pathOf(sha256), { force: true })
      return true
    },
  }
}

const PART = '.part'
const NAME = /^[0-9a-f]{64}$/

/** What lies there; a page that was being written when the power failed was never told of, and is not one. */
async function pagesIn(folder: string): Promise<Map<string, Set<string>>> {
  const homes = await namesIn(folder)
  const names = await Promise.all(homes.map(home => namesIn(join(folder, home))))
  return new Map(homes.map((home, at) => [home, new Set(names[at]?.filter(name => NAME.test(name)))]))
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isFileError(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}

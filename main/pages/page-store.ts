import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageOf } from '../../shared/papers/paper.ts'
import { flushFolder, isFileError, makeFolder } from '../journal/durable-file.ts'

/** The pages on this PC: `pages/<aa>/<sha256>`, each kept once. */
export interface PageStore {
  /** Resolves when the page would survive a power cut; the same bytes again are the same page (rule J5). */
  readonly keep: (bytes: Uint8Array) => Promise<PageOf>
  readonly has: (sha256: string) => boolean
  /** Bytes, or undefined when it is not here. */
  readonly size: (sha256: string) => number | undefined
  readonly list: () => readonly PageOf[]
  /** From the byte `from` on. Throws what the file system says. */
  readonly read: (sha256: string, from: number) => AsyncIterable<Uint8Array>
  /** Reads the page again: whether its bytes are still the ones its name says. */
  readonly isTrue: (sha256: string) => Promise<boolean>
  readonly onKept: (listener: (page: PageOf) => void) => () => void
}

export async function openPageStore(root: string): Promise<PageStore> {
  const folder = join(root, 'pages')
  const sizes = await sizesIn(folder)
  const listeners = new Set<(page: PageOf) => void>()
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  let written = 0

  async function keep(bytes: Uint8Array): Promise<PageOf> {
    const page = { sha256: hash('sha256', bytes, 'hex'), bytes: bytes.length }
    if (sizes.get(page.sha256) === page.bytes && await isTrue(page.sha256)) return page
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
    sizes.set(page.sha256, page.bytes)
    for (const listener of listeners) listener(page)
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
    has: sha256 => sizes.has(sha256),
    size: sha256 => sizes.get(sha256),
    list: () => [...sizes].map(([sha256, bytes]) => ({ sha256, bytes })),
    read: (sha256, from) => createReadStream(pathOf(sha256), { start: from }),
    isTrue,
    onKept: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const PART = '.part'
const NAME = /^[0-9a-f]{64}$/

/** What lies there; a page that was being written when the power failed was never told of, and is not one. */
async function sizesIn(folder: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  for (const home of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, home))) {
      if (NAME.test(name)) sizes.set(name, (await stat(join(folder, home, name))).size)
    }
  }
  return sizes
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isFileError(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}

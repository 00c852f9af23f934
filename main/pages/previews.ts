import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isFileError } from '../journal/durable-file.ts'
import type { PageStore } from './page-store.ts'
import { sniff } from './sniff.ts'

/** Small pictures of stored pages, `previews/<aa>/<sha256>.webp`: a cache, which may be deleted at any time. */
export interface Previews {
  /** Keeps what was made with the page; a full disk is no reason to stop. */
  readonly put: (sha256: string, webp: Uint8Array) => Promise<void>
  /** From the cache, else made from the page; undefined when the page is not here or shows nothing. */
  readonly of: (sha256: string) => Promise<Uint8Array | undefined>
  readonly forget: (sha256: string) => Promise<void>
}

export interface PreviewTools {
  readonly root: string
  readonly store: PageStore
  /** A page's bytes to WebP, outside of the program. */
  readonly render: (page: Uint8Array) => Promise<Uint8Array | undefined>
}

export function openPreviews({ root, store, render }: PreviewTools): Previews {
  const making = new Map<string, Promise<Uint8Array | undefined>>()
  const pathOf = (sha256: string): string => join(root, 'previews', sha256.slice(0, 2), `${sha256}.webp`)

  async function put(sha256: string, webp: Uint8Array): Promise<void> {
    const path = pathOf(sha256)
    try {
      await mkdir(join(path, '..'), { recursive: true })
      await writeFile(`${path}.part`, webp)
      await rename(`${path}.part`, path)
    } catch (error) {
      if (!isFileError(error)) throw error
    }
  }

  async function make(sha256: string): Promise<Uint8Array | undefined> {
    const kept = await readIfWhole(pathOf(sha256))
    if (kept !== undefined) return kept
    if (!store.has(sha256)) return undefined
    const webp = await render(await readPage(store, sha256))
    if (webp !== undefined) await put(sha256, webp)
    return webp
  }

  return {
    put,
    of: sha256 => {
      const made = making.get(sha256) ?? make(sha256).finally(() => { making.delete(sha256) })
      making.set(sha256, made)
      return made
    },
    forget: sha256 => rm(pathOf(sha256), { force: true }),
  }
}

/** The whole page in memory. Throws what the file system says. */
export async function readPage(store: PageStore, sha256: string): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of store.read(sha256, 0)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** What a power cut left half written is as good as nothing: a WebP says in its head how long it is. */
async function readIfWhole(path: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(path)
    return sniff(bytes) === 'image/webp' && bytes.readUInt32LE(4) + 8 === bytes.length ? bytes : undefined
  } catch (error) {
    if (isFileError(error)) return undefined
    throw error
  }
}

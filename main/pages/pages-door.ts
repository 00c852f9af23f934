import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { PagesApi } from '../../shared/bridge/main-api.ts'
import type { PageOf } from '../../shared/papers/paper.ts'
import { isFileError } from '../journal/durable-file.ts'
import type { PageStore } from './page-store.ts'
import { sniff } from './sniff.ts'

export interface PagesDoorTools {
  readonly store: PageStore
  /** The system's own dialog; empty when cancelled. */
  readonly chooseFiles: () => Promise<readonly string[]>
  /** Somebody signed in may add pages; a problem says why not. */
  readonly mayAdd: () => Result<unknown>
  readonly isTooFull: () => boolean
  /** Whether a page of this file shows an ID card: it is covered then (rule U5). */
  readonly showsCard: (path: string) => Promise<boolean>
  readonly exportPages: PagesApi['export']
}

/** Pages from files, while no scanner is at hand: all of the chosen ones, or none. */
export function openPagesDoor({ store, chooseFiles, mayAdd, isTooFull, showsCard, exportPages }: PagesDoorTools): PagesApi {
  return {
    export: exportPages,
    addFromFiles: async () => {
      const allowed = mayAdd()
      if (!allowed.ok) return allowed
      if (isTooFull()) return failure({ code: 'disk/very-low' })
      const files: { readonly bytes: Buffer, readonly isCard: boolean }[] = []
      for (const path of await chooseFiles()) {
        const read = await readPage(path)
        if (!read.ok) return read
        files.push({ bytes: read.value, isCard: await showsCard(path) })
      }
      const pages: PageOf[] = []
      for (const { bytes, isCard } of files) {
        try {
          const page = await store.keep(bytes)
          pages.push(isCard ? { ...page, sensitive: true } : page)
        } catch (error) {
          if (!isFileError(error)) throw error
          return failure({ code: 'page/not-kept' })
        }
      }
      return success(pages)
    },
  }
}

const MOST_BYTES = 50_000_000

async function readPage(path: string): Promise<Result<Buffer>> {
  const file = basename(path)
  try {
    const { size } = await stat(path)
    if (size === 0 || size > MOST_BYTES) return failure({ code: 'page/too-large', file })
    const bytes = await readFile(path)
    return sniff(bytes) === undefined ? failure({ code: 'page/no-image', file }) : success(bytes)
  } catch (error) {
    if (!isFileError(error)) throw error
    return failure({ code: 'page/unreadable', file })
  }
}

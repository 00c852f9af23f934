import type { PageStore } from './page-store.ts'

export interface FetchBackTools {
  readonly store: Pick<PageStore, 'isTrue' | 'keep'>
  /** The bytes whose sum this name is, from the city; undefined without a line. */
  readonly fetch: (sha256: string) => Promise<Buffer | undefined>
}

/** Brings a page back that was dropped here, or whose bytes went wrong; whether it is here now. Asked twice at once, it is fetched once. */
export function openFetchBack({ store, fetch }: FetchBackTools): (sha256: string) => Promise<boolean> {
  const coming = new Map<string, Promise<boolean>>()

  async function bring(sha256: string): Promise<boolean> {
    if (await store.isTrue(sha256)) return true
    const bytes = await fetch(sha256)
    if (bytes === undefined) return false
    const kept = await store.keep(bytes)
    return kept.sha256 === sha256
  }

  return sha256 => {
    const running = coming.get(sha256) ?? bring(sha256).finally(() => { coming.delete(sha256) })
    coming.set(sha256, running)
    return running
  }
}

import type { Act } from '../../shared/acts/act.ts'
import { isOwed, type Safekeeping } from '../../shared/sync/safekeeping.ts'

export interface UnnamedTools {
  /** All that happened to every dossier. */
  readonly dossiers: () => AsyncIterable<{ readonly acts: readonly Act[] }>
  /** Every log is here, read to its end and found whole: what is not named now is named nowhere. */
  readonly isJournalWhole: () => boolean
  readonly safekeeping: () => Safekeeping
  /** Pages of sides that lie in the tray, set aside ones too. */
  readonly trayPages: () => Iterable<string>
  readonly store: {
    readonly names: () => Iterable<string>
    readonly has: (sha256: string) => boolean
    /** Forgets a page that was kept before this instant, UTC ms, and not since this start; whether it did. */
    readonly dropUnnamed: (sha256: string, before: number) => boolean
  }
  readonly forgetPreview: (sha256: string) => Promise<void>
  /** What was read of pages: of one that nobody names it goes too, also where the page went earlier. */
  readonly texts: {
    readonly names: () => Promise<readonly string[]>
    readonly forget: (sha256: string) => Promise<void>
  }
  /** UTC ms. */
  readonly now: () => number
}

/**
 * Forgets pages that nobody names: what a side was before it was turned, and what was taken out of a stack long done. Says how many.
 *
 * A page stays when any act names it in any way, a side of the tray, or the ledger; when it came within a day; and when it was
 * kept since this start, since the window may hold it for a draft. Of a journal that is hurt nothing is known, so all stay.
 */
export async function sweepUnnamed(tools: UnnamedTools): Promise<number> {
  const { dossiers, isJournalWhole, safekeeping, trayPages, store, forgetPreview, texts, now } = tools
  if (!isJournalWhole()) return 0
  const named = new Set<string>()
  for await (const { acts } of dossiers()) {
    for (const { body } of acts) for (const [name] of JSON.stringify(body).matchAll(ANY_NAME)) named.add(name)
  }
  const read = await texts.names()
  if (!isJournalWhole()) return 0
  // In one breath: whoever names a page meanwhile comes before or after.
  const inTray = new Set(trayPages())
  const state = safekeeping()
  const isNobodys = (sha256: string): boolean => !named.has(sha256) && !inTray.has(sha256) && !isOwed(state, sha256)
  const gone = [...store.names()].filter(sha256 => isNobodys(sha256) && store.dropUnnamed(sha256, now() - A_DAY_MS))
  const unread = read.filter(sha256 => !store.has(sha256) && isNobodys(sha256))
  for (const sha256 of gone) await forgetPreview(sha256)
  for (const sha256 of unread) await texts.forget(sha256)
  return gone.length
}

const A_DAY_MS = 86_400_000
const ANY_NAME = /[0-9a-f]{64}/g

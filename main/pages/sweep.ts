import type { PageOf } from '../../shared/papers/paper.ts'
import { addDays, dayOfInstant, type Day } from '../../shared/base/day.ts'
import { isOwed, shortName, type Safekeeping } from '../../shared/sync/safekeeping.ts'

/** A dossier as the sweep sees it: every page any act of it names, and whether the city has confirmed all of it (rule S8). */
export interface SweptDossier {
  readonly pages: readonly PageOf[]
  readonly isSafe: boolean
}

export interface SweepRules {
  /** So long a page stays here after its confirmation, and longer while there is room. */
  readonly days: number
  /** Images of ID cards go after this, room or not (rule U5). */
  readonly cardDays: number
}

export const SWEEP_RULES: SweepRules = { days: 180, cardDays: 30 }

export interface SweepTools {
  readonly dossiers: () => AsyncIterable<SweptDossier>
  readonly safekeeping: () => Safekeeping
  readonly store: {
    readonly has: (sha256: string) => boolean
    /** The instant it was kept here, UTC ms; undefined when it is not here. */
    readonly keptAt: (sha256: string) => number | undefined
    readonly drop: (sha256: string) => Promise<void>
  }
  /** The small picture of an ID card goes with it; those of other pages stay to be recognised by. */
  readonly forgetPreview: (sha256: string) => Promise<void>
  /** The city would give this page back now: asked of each one right before it is dropped. */
  readonly wouldGive: (sha256: string, bytes: number) => Promise<boolean>
  readonly isDiskLow: () => boolean
  /** UTC ms. */
  readonly now: () => number
  readonly rules?: SweepRules
}

/**
 * Forgets local copies of pages by rule, and says how many; pages are no acts, so the journal is told nothing.
 *
 * A page may go only when every dossier that names it is safe, its confirmation and its coming here are older than the set days, the
 * disk is low (images of ID cards go without that), and the city just showed that it gives the page back. A page no dossier names
 * stays: it lies in the tray or in a draft.
 */
export async function sweep(tools: SweepTools): Promise<number> {
  const { store, rules = SWEEP_RULES } = tools
  const isLow = tools.isDiskLow()
  const known = new Map<string, { readonly bytes: number, readonly isCard: boolean, readonly isSafe: boolean }>()
  for await (const { pages, isSafe } of tools.dossiers()) {
    for (const { sha256, bytes, sensitive } of pages) {
      if (!store.has(sha256)) continue
      const before = known.get(sha256)
      known.set(sha256, { bytes, isCard: sensitive === true || before?.isCard === true, isSafe: isSafe && before?.isSafe !== false })
    }
  }
  let count = 0
  for (const [sha256, { bytes, isCard, isSafe }] of known) {
    if (!isSafe || !isCard && !isLow) continue
    if (!isOlderThan(isCard ? rules.cardDays : rules.days, sha256, tools)) continue
    // What was confirmed may have been withdrawn since the dossiers were looked at.
    if (!await tools.wouldGive(sha256, bytes) || isOwed(tools.safekeeping(), sha256)) continue
    if (isCard) await tools.forgetPreview(sha256)
    await store.drop(sha256)
    count += 1
  }
  return count
}

/** Of confirmations longer ago than the ledger lists one by one only that is known. */
function isOlderThan(days: number, sha256: string, { safekeeping, store, now }: SweepTools): boolean {
  const state = safekeeping()
  const keptAt = store.keptAt(sha256)
  if (keptAt === undefined || isOwed(state, sha256)) return false
  const confirmedOn = Object.entries(state.confirmedPages).find(([, pages]) => shortName(sha256) in pages)?.[0]
  const lastDay = addDays(dayOfInstant(new Date(now()).toISOString()), -days)
  return isBefore(dayOfInstant(new Date(keptAt).toISOString()), lastDay) && (confirmedOn === undefined || isBefore(confirmedOn, lastDay))
}

function isBefore(day: Day, lastDay: Day): boolean {
  return day <= lastDay
}

import type { Seen } from '../acts/act.ts'

/** What the city has confirmed so far, from its signed acts (rule S8): device → seq, and pages by sha256. */
export interface Confirmed {
  readonly seqs: Readonly<Record<string, number>>
  readonly pages: ReadonlySet<string>
}

/** What must be at the city for a dossier to be safe: the newest seq of each device's acts on it, and its pages. */
export interface Needed {
  readonly heads: Seen
  readonly pages: readonly string[]
}

/** Safe (an toàn) only when the city has confirmed every act and every page (rule S8); nothing else is green. */
export function isSafe(needed: Needed, confirmed: Confirmed): boolean {
  return Object.entries(needed.heads).every(([device, seq]) => (confirmed.seqs[device] ?? 0) >= seq) &&
    needed.pages.every(page => confirmed.pages.has(page))
}

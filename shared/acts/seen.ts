import type { Act, Seen } from './act.ts'

/** What someone who knows these acts has seen: the newest seq of each device (rule D3). */
export function seenOf(acts: readonly Act[]): Seen {
  const seen: Seen = {}
  for (const { device, seq } of acts) seen[device] = Math.max(seen[device] ?? 0, seq)
  return seen
}

/** Whether the author of the later act knew the other. A device knows what stands before in its own log. */
export function isSeenBy(act: Act, later: Act): boolean {
  return act.device === later.device ? act.seq < later.seq : act.seq <= (later.seen[act.device] ?? 0)
}

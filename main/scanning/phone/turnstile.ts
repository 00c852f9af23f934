const WITHIN = 60_000
const MOST_CALLERS = 256

/** Lets each caller through so many times a minute. */
export function openTurnstile(most: number, now: () => number): (caller: string) => boolean {
  const counts = new Map<string, { since: number; count: number }>()
  return caller => {
    const at = now()
    const known = counts.get(caller)
    if (known !== undefined && at - known.since < WITHIN) {
      known.count += 1
      return known.count <= most
    }
    counts.delete(caller)
    const oldest = counts.keys().next().value
    if (counts.size >= MOST_CALLERS && oldest !== undefined) counts.delete(oldest)
    counts.set(caller, { since: at, count: 1 })
    return true
  }
}

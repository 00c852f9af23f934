/** Counts wrong tries by where they came from, so that codes are not guessed; forgets by itself and never grows beyond a bound. */
export interface WrongTries {
  /** Seconds to wait, or undefined when one may try. */
  readonly mustWait: (from: string) => number | undefined
  readonly failed: (from: string) => void
}

export interface TryLimits {
  readonly tries: number
  readonly windowMs: number
  /** Of all together, whoever they come from. */
  readonly triesOfAll: number
}

/** `now` is UTC ms. */
export function countWrongTries(now: () => number, { tries, windowMs, triesOfAll }: TryLimits): WrongTries {
  const failures = new Map<string, number[]>()

  function recent(from: string): readonly number[] {
    const kept = (failures.get(from) ?? []).filter(at => now() - at < windowMs && at <= now())
    if (kept.length === 0) failures.delete(from)
    else failures.set(from, kept)
    return kept
  }

  function wait(from: string, most: number): number | undefined {
    const kept = recent(from)
    const oldest = kept[kept.length - most]
    return oldest === undefined ? undefined : Math.max(1, Math.ceil((oldest + windowMs - now()) / 1000))
  }

  return {
    mustWait: from => wait(from, tries) ?? wait(EVERYONE, triesOfAll),
    failed: from => {
      for (const who of [from, EVERYONE]) failures.set(who, [...recent(who), now()].slice(-triesOfAll))
      const [oldest] = failures.keys()
      if (failures.size > MOST_PLACES && oldest !== undefined) failures.delete(oldest)
    },
  }
}

const EVERYONE = ''
const MOST_PLACES = 10_000

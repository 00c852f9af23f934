/** Chance that can be said again: the same seed gives the same numbers, each in [0, 1) (mulberry32). */
export type Chance = () => number

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from one to the other, both included. */
export function between(chance: Chance, from: number, to: number): number {
  return from + Math.floor(chance() * (to - from + 1))
}

export function pick<T>(chance: Chance, choices: readonly T[]): T {
  const chosen = choices[between(chance, 0, choices.length - 1)]
  if (chosen === undefined) throw new Error('Nothing to pick from')
  return chosen
}

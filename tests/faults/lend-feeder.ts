import type { Random } from '../builders/random.ts'

/** Sheets as they lie: in somebody's hand, in the feeder, or through. Each is a text that says whose it is. */
export interface Feeder {
  /** A clerk takes a new stack into the hand. */
  readonly newStack: (batch: string, sheets: number) => void
  /** The clerk whose turn it is lays what is left in the hand under what lies in the feeder, whoever's that is. */
  readonly load: (batch: string) => void
  /** Sheets of it that have not gone through. */
  readonly left: (batch: string) => number
  /** The next sheet, or null when the feeder is empty; the one before counts as safe. */
  readonly next: () => string | null
  /** The sheet that was under the lamp when the scanner's PC died; the clerk puts it back when it did not come through. */
  readonly putBack: (hasCome: (sheet: string) => boolean) => void
  /** Every sheet that went through, by its text. */
  readonly through: () => readonly string[]
}

export function makeFeeder(random: Random): Feeder {
  const hands = new Map<string, string[]>()
  const feeder: string[] = []
  const through: string[] = []
  let underLamp: string | undefined
  const settle = (): void => {
    if (underLamp !== undefined) through.push(underLamp)
    underLamp = undefined
  }
  return {
    newStack: (batch, sheets) => {
      hands.set(batch, Array.from({ length: sheets }, (_, n) => `${batch}/${String(n + 1)} ${'x'.repeat(random.between(10, 60_000))}`))
    },
    load: batch => { feeder.push(...hands.get(batch)?.splice(0) ?? []) },
    left: batch => [...hands.get(batch) ?? [], ...feeder].filter(sheet => sheet.startsWith(`${batch}/`)).length,
    next: () => {
      settle()
      underLamp = feeder.shift()
      return underLamp ?? null
    },
    putBack: hasCome => {
      if (underLamp !== undefined && !hasCome(underLamp)) {
        feeder.unshift(underLamp)
        underLamp = undefined
      }
      settle()
    },
    through: () => through,
  }
}

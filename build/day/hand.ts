import type { Page } from 'playwright-core'

/** A clerk's hand on the keyboard: nothing else is touched, and every press is counted. */
export interface Hand {
  readonly press: (chord: string, times?: number) => Promise<void>
  /** Letters at a person's speed, each one press. */
  readonly type: (text: string) => Promise<void>
  /** A card in the reader: one interaction, typed by the reader in a burst that ends with Enter. */
  readonly beep: (text: string) => Promise<void>
  /** Presses since the last call. */
  readonly countAndForget: () => number
}

/** Slow enough to be a person and not a card reader. */
const BETWEEN_KEYS_MS = 55

export function handOn(page: Page): Hand {
  let count = 0
  const press = async (chord: string, times = 1): Promise<void> => {
    for (let i = 0; i < times; i += 1) {
      await page.keyboard.press(chord)
      count += 1
    }
  }
  return {
    press,
    type: async text => {
      await page.keyboard.type(text, { delay: BETWEEN_KEYS_MS })
      count += [...text].length
    },
    beep: async text => {
      for (const character of text) await (isShifted(character) ? page.keyboard.press(`Shift+${character}`) : page.keyboard.type(character))
      await page.keyboard.press('Enter')
      count += 1
    },
    countAndForget: () => {
      const counted = count
      count = 0
      return counted
    },
  }
}

/** A reader holds Shift for capitals, as a keyboard does. */
function isShifted(character: string): boolean {
  return /^[A-Z]$/.test(character)
}

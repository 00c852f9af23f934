import type { CDPSession, Page } from 'playwright-core'
import { strokesOf } from './reader-strokes.ts'

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
      const reader = await page.context().newCDPSession(page)
      // Keys come all at once, as a reader's do; a letter that no key has takes another road and must not overtake them.
      for (const run of text.match(/[ -~]+|[^ -~]/g) ?? []) await send(reader, run)
      await send(reader, '\r')
      await reader.detach()
      count += 1
    },
    countAndForget: () => {
      const counted = count
      count = 0
      return counted
    },
  }
}

async function send(reader: CDPSession, run: string): Promise<void> {
  await Promise.all([...run].flatMap(character => strokesOf(character).map(([method, stroke]) => reader.send(method, stroke))))
}

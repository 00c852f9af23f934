interface KeyEvent {
  readonly type: 'keyDown' | 'keyUp'
  readonly key: string
  readonly code: string
  /** 8 while Shift is held. */
  readonly modifiers: number
  readonly text?: string
}

/** One thing a card reader does to the keyboard, as the browser's debugging protocol takes it. */
export type ReaderStroke = readonly ['Input.dispatchKeyEvent', KeyEvent] | readonly ['Input.insertText', { readonly text: string }]

/** What a reader does for one character: a key down and up, with Shift where a US keyboard needs it; letters no key has come as text. */
export function strokesOf(character: string): readonly ReaderStroke[] {
  const found = keyOf(character)
  if (found === undefined) return [['Input.insertText', { text: character }]]
  const { code, isShifted } = found
  const key = character === '\r' ? 'Enter' : character
  const event = { key, code, modifiers: isShifted ? 8 : 0 }
  return [['Input.dispatchKeyEvent', { type: 'keyDown', ...event, text: character }], ['Input.dispatchKeyEvent', { type: 'keyUp', ...event }]]
}

function keyOf(character: string): { readonly code: string; readonly isShifted: boolean } | undefined {
  if (/^[a-z]$/i.test(character)) return { code: `Key${character.toUpperCase()}`, isShifted: character !== character.toLowerCase() }
  if (/^\d$/.test(character)) return { code: `Digit${character}`, isShifted: false }
  const code = CODES[character]
  return code === undefined ? undefined : { code, isShifted: character === '|' }
}

const CODES: Readonly<Record<string, string>> = { '|': 'Backslash', ' ': 'Space', ',': 'Comma', '.': 'Period', '-': 'Minus', '/': 'Slash', '\r': 'Enter' }

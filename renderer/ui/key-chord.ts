export interface KeyPress {
  readonly code: string
  readonly key: string
  readonly keyCode?: number
  readonly isComposing?: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

/**
 * What was pressed, as `aria-keyshortcuts` writes it: `F9`, `Shift+F9`, `Control+P`, `Alt+1`.
 *
 * Read from the place of the key (`code`), which no Vietnamese keyboard moves. Digits count on
 * the digit row only: Alt with the number pad types characters. Undefined for a bare letter or
 * digit and while a word is still being composed.
 */
export function keyChord(press: KeyPress): string | undefined {
  if (press.isComposing === true || press.keyCode === COMPOSING || press.metaKey) return undefined
  const key = keyName(press)
  if (key === undefined) return undefined
  const modified = press.ctrlKey || press.altKey
  if (key.length === 1 && !modified) return undefined
  return `${press.ctrlKey ? 'Control+' : ''}${press.altKey ? 'Alt+' : ''}${press.shiftKey ? 'Shift+' : ''}${key}`
}

/** `keyCode` of every press an input method still holds. */
const COMPOSING = 229

function keyName({ code, key }: KeyPress): string | undefined {
  if (/^F\d{1,2}$/.test(code)) return code
  if (/^Digit\d$/.test(code)) return code.slice(5)
  if (/^Key[A-Z]$/.test(code)) return code.slice(3)
  if (code === 'NumpadEnter') return 'Enter'
  if (code === 'Equal' || code === 'NumpadAdd') return 'Plus'
  if (code === 'Minus' || code === 'NumpadSubtract') return 'Minus'
  if (code === 'Numpad0' || code.startsWith('Numpad')) return undefined
  return NAMED.has(key) ? key : undefined
}

const NAMED: ReadonlySet<string> = new Set([
  'Enter', 'Escape', 'Delete', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight',
])

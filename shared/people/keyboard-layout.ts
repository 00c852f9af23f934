/**
 * The character a key of the US layout stands for, from its physical `code`; undefined for keys without one.
 *
 * Card readers type on this layout. Under a Vietnamese input method `key` says `Process` or an
 * already altered letter, while `code` still says which key the reader pressed.
 */
export function physicalCharacter(code: string, shiftKey: boolean): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase()
  const numpadDigit = /^Numpad(\d)$/.exec(code)?.[1]
  if (numpadDigit !== undefined) return numpadDigit
  return US_KEYS[code]?.[shiftKey ? 1 : 0]
}

/** Plain and shifted, as engraved. */
const US_KEYS: Readonly<Record<string, string>> = {
  Digit1: '1!', Digit2: '2@', Digit3: '3#', Digit4: '4$', Digit5: '5%', Digit6: '6^', Digit7: '7&', Digit8: '8*', Digit9: '9(', Digit0: '0)',
  Minus: '-_', Equal: '=+', BracketLeft: '[{', BracketRight: ']}', Backslash: '\\|', Semicolon: ';:', Quote: '\'"', Backquote: '`~',
  Comma: ',<', Period: '.>', Slash: '/?', Space: '  ', IntlBackslash: '\\|', NumpadAdd: '++', NumpadSubtract: '--', NumpadMultiply: '**',
  NumpadDivide: '//', NumpadDecimal: '..',
}

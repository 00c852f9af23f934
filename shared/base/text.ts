/** Controls, format marks (zero-width, direction), fillers and lone surrogates: nothing a person types on purpose. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f]/gu
const SUSPICIOUS = /[\p{Cf}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f]|(?![\t\n\r])\p{Cc}/u

/**
 * Text as we keep it: composed (NFC), without controls, direction or zero-width marks,
 * every run of blanks one space, trimmed. Applying it twice changes nothing.
 */
export function normalise(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(INVISIBLE, '').replace(/ +/g, ' ').trim().normalize('NFC')
}

/**
 * Text as we search it: lower case, without marks, `đ` as `d`, single spaces.
 *
 * `đ` is its own letter and survives decomposition, so it is replaced first. Old and new
 * places of the tone mark (Thủy, Thuỷ) fold to the same text.
 */
export function fold(text: string): string {
  if (text.length > SHORT) return foldAny(text)
  const codes = new Array<number>(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const folded = foldedCodes[code] || foldCode(code)
    if (folded === NOT_PLAIN) return foldAny(text)
    codes[at] = folded
  }
  const folded = String.fromCharCode(...codes)
  return (folded.includes('  ') ? folded.replace(/ +/g, ' ') : folded).trim()
}

/** Blanks, printable ASCII and composed Latin letters fold one by one, which is many times as fast; whole books are folded. */
const PLAIN = /^[ -~\u00c0-\u024f\u1e00-\u1eff]$/
const SHORT = 2_000
const NOT_PLAIN = 0
const foldedCodes = new Uint16Array(0x1f00)

function foldCode(code: number): number {
  const letter = String.fromCharCode(code)
  if (!PLAIN.test(letter)) return NOT_PLAIN
  return foldedCodes[code] = (letter === ' ' ? letter : foldAny(letter)).charCodeAt(0)
}

function foldAny(text: string): string {
  return normalise(text).toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}+/gu, '').replace(/ +/g, ' ').trim()
}

/** First letters of the words, folded: `Nguyễn Thị Ẩm` gives `nta`. */
export function initials(text: string): string {
  return fold(text).split(' ').map(word => [...word][0] ?? '').join('')
}

/** Whether the text holds marks that hide or reorder what is read; tabs and line ends do not count. */
export function hasSuspiciousMarks(text: string): boolean {
  return SUSPICIOUS.test(text)
}

/** At most so many characters (UTF-16 units), never cutting through a character or between a letter and its marks. */
export function limitText(text: string, max: number): string {
  if (text.length <= max) return text
  let end = max
  while (end > 0 && /^[\p{M}\udc00-\udfff]/u.test(text.slice(end, end + 2))) end -= 1
  return text.slice(0, end)
}

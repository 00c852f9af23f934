/**
 * The place of each text in the Vietnamese alphabet, numbers in it by their value; texts the alphabet cannot tell apart share one.
 *
 * Comparing by language is slow. A text of common letters gets a key that is compared as it is; texts of one key, and texts with other
 * letters, are compared by language. The order is that of `Intl.Collator` all the same.
 */
export function rankTexts(texts: ReadonlySet<string>): ReadonlyMap<string, number> {
  const keyed = Array.from(texts, text => ({ text, key: keyOf(text) })).sort(compare)
  let place = 0
  return new Map(keyed.map((each, at) => {
    const before = keyed[at - 1]
    if (before !== undefined && compare(before, each) !== 0) place = at
    return [each.text, place]
  }))
}

interface Keyed {
  readonly text: string
  /** Undefined where a letter is not among the common ones. */
  readonly key: string | undefined
}

const { compare: compareTexts } = new Intl.Collator('vi', { numeric: true })

function compare(one: Keyed, other: Keyed): number {
  if (one.key === undefined || other.key === undefined || one.key === other.key) return compareTexts(one.text, other.text)
  return one.key < other.key ? -1 : 1
}

const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const VOWELS = [...'aăâeêioôơuưy'].flatMap(vowel => TONES.map(tone => (vowel + tone).normalize('NFC')))
const LOWER = [...'bcdđfghjklmnpqrstvwxz', ...VOWELS]
/** Where numbers stand among letters. */
const A_NUMBER = '0'
const COMMON = [...LOWER, ...LOWER.map(letter => letter.toUpperCase()), ...' _-,;:!?."()[]/&#%+', A_NUMBER]

/** By the code of a letter, its place in the alphabet from 1 on; those that differ by tone or case only share one. */
const PLACES = placesOf(COMMON)
const UNKNOWN = 0

function placesOf(letters: readonly string[]): Uint8Array {
  const { compare: compareLetters } = new Intl.Collator('vi', { sensitivity: 'base' })
  const sorted = [...letters].sort(compareLetters)
  const places = new Uint8Array(0x1f00)
  let place = 1
  for (const [at, letter] of sorted.entries()) {
    if (at > 0 && compareLetters(sorted[at - 1] ?? '', letter) !== 0) place += 1
    places[letter.charCodeAt(0)] = place
  }
  return places
}

/** Numbers of more digits than these are left to the language. */
const LONGEST_NUMBER = 200
const LONGEST_TEXT = 2_000
const ZERO = 48
const NINE = 57

/** Letters by their place; a number by its place, its length and its digits. */
function keyOf(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) return undefined
  const places: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) {
      const end = endOfNumber(text, at)
      while (at < end - 1 && text.charCodeAt(at) === ZERO) at += 1
      if (end - at > LONGEST_NUMBER) return undefined
      places.push(PLACES[ZERO] ?? UNKNOWN, end - at)
      for (; at < end; at += 1) places.push(text.charCodeAt(at))
      at -= 1
    } else {
      const place = PLACES[code] ?? UNKNOWN
      if (place === UNKNOWN) return undefined
      places.push(place)
    }
  }
  return String.fromCharCode(...places)
}

function endOfNumber(text: string, from: number): number {
  let end = from
  while (text.charCodeAt(end) >= ZERO && text.charCodeAt(end) <= NINE) end += 1
  return end
}

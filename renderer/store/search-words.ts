import { hasPlace, placeSet, type PlaceSet } from './place-set.ts'

/** In which of many texts a word stands, also as a part of a word. */
export interface WordPlaces {
  /** The texts by their places; the set is not to be written to. */
  readonly of: (word: string) => PlaceSet
  /** The texts have changed. */
  readonly forget: () => void
}

interface Found {
  readonly places: PlaceSet
  readonly count: number
  /** Where in each text it stands for the first time, or before that. */
  readonly starts: Uint16Array
}

/** As many as somebody types in half a minute; each takes a hundred kilobytes of fifty thousand texts. */
const MOST_KEPT = 32
const FARTHEST = 0xFFFF

/**
 * Remembers the answers of the last words: a word that grows by a letter is looked for only where its part stood, and a word that
 * is asked again, beside others or with other filters, is not looked for at all.
 */
export function wordPlaces(texts: readonly string[]): WordPlaces {
  /** Oldest first. */
  const kept = new Map<string, Found>()

  function look(word: string): Found {
    const [part, known] = narrowest(word)
    const offset = word.indexOf(part)
    const [places, starts] = [placeSet(texts.length), new Uint16Array(texts.length)]
    let count = 0
    for (let place = 0; place < texts.length; place += 1) {
      if (known !== undefined && !hasPlace(known.places, place)) continue
      const start = texts[place]?.indexOf(word, (known?.starts[place] ?? 0) - offset) ?? -1
      if (start < 0) continue
      places[place >>> 5] = (places[place >>> 5] ?? 0) | 1 << (place & 31)
      starts[place] = Math.min(start, FARTHEST)
      count += 1
    }
    return { places, count, starts }
  }

  /** Of the parts of a word that were looked for the one in fewest texts, the longest of several. */
  function narrowest(word: string): readonly [string, Found | undefined] {
    let least: readonly [string, Found | undefined] = ['', undefined]
    for (const [part, found] of kept) {
      if (!word.includes(part)) continue
      const gain = (least[1]?.count ?? Infinity) - found.count
      if (gain > 0 || (gain === 0 && part.length > least[0].length)) least = [part, found]
    }
    return least
  }

  return {
    of: word => {
      const found = kept.get(word) ?? look(word)
      kept.delete(word)
      kept.set(word, found)
      const [oldest] = kept.keys()
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
      return found.places
    },
    forget: () => { kept.clear() },
  }
}

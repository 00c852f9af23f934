import { XMLParser } from 'fast-xml-parser'

/** A tag of a device's answer: its children by name, without prefixes, which every maker chooses anew. */
export type Tag = unknown

const parser = new XMLParser({
  removeNSPrefix: true, ignoreAttributes: true, parseTagValue: false, processEntities: false, trimValues: true,
})

/** The outermost tag of that name; null when the text is no XML or another answer. */
export function readXml(text: string, outermost: string): Tag {
  try {
    return inside(parser.parse(text), outermost)[0] ?? null
  } catch {
    // A device's web page, an answer cut in half: no XML is an answer too.
    return null
  }
}

/** Every tag reached by going down that way. */
export function inside(tag: Tag, ...way: readonly string[]): readonly Tag[] {
  return way.reduce<readonly Tag[]>((tags, name) => tags.flatMap(one => {
    const found = typeof one === 'object' && one !== null && name in one ? (one as Readonly<Record<string, Tag>>)[name] : undefined
    return found === undefined ? [] : Array.isArray(found) ? found as readonly Tag[] : [found]
  }), [tag])
}

/** The words in the first tag reached that way, or null. */
export function wordsOf(tag: Tag, ...way: readonly string[]): string | null {
  const [found] = inside(tag, ...way)
  return typeof found === 'string' && found !== '' ? found : null
}

export function numberIn(tag: Tag, ...way: readonly string[]): number | null {
  const number = Number(wordsOf(tag, ...way) ?? Number.NaN)
  return Number.isFinite(number) ? number : null
}

import { limitText, normalise } from '../base/text.ts'

/** Words as an act keeps them; composing can make a text longer than it was typed. */
export function keptWords(text: string | undefined, max = 1000): string {
  return limitText(normalise(text ?? ''), max)
}

/** One field of a body, left out when nothing was typed. */
export function keptField<Key extends string>(key: Key, text: string | undefined, max = 1000): { readonly [K in Key]?: string } {
  const kept = keptWords(text, max)
  return (kept === '' ? {} : { [key]: kept }) as { readonly [K in Key]?: string }
}

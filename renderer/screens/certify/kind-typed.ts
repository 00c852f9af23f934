/** What a clerk types for a line in one go: the letters of its kind, and how many copies where a number follows. */
export interface KindTyped {
  readonly letters: string
  /** Empty where no number follows. */
  readonly copies: string
}

/** `gk 3` is three copies of what `gk` finds; a number that stands alone, or a `0`, is a part of the name. */
export function readKindTyped(text: string): KindTyped {
  const [, letters, copies] = /^(.*\S)\s+([1-9]\d{0,2})$/.exec(text.trim()) ?? []
  return letters === undefined || copies === undefined ? { letters: text.trim(), copies: '' } : { letters, copies }
}

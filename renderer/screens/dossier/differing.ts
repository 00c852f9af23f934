/** A piece of a value: whether it differs from the value it stands beside. */
export interface Piece {
  readonly text: string
  readonly differs: boolean
}

/**
 * A value cut where it differs from another: what both begin and end with is the same, the middle differs.
 *
 * Letters are whole, a mark never comes apart from its letter.
 */
export function markDiffering(value: string, other: string): readonly Piece[] {
  const here = [...value.normalize('NFC')]
  const there = [...other.normalize('NFC')]
  const shorter = Math.min(here.length, there.length)
  let start = 0
  while (start < shorter && here[start] === there[start]) start += 1
  let end = 0
  while (end < shorter - start && here[here.length - 1 - end] === there[there.length - 1 - end]) end += 1
  const pieces = [
    { text: here.slice(0, start).join(''), differs: false },
    { text: here.slice(start, here.length - end).join(''), differs: true },
    { text: here.slice(here.length - end).join(''), differs: false },
  ]
  return pieces.filter(({ text }) => text !== '')
}

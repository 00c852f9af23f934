import { fold } from '../../shared/base/text.ts'

export interface MarkedPiece {
  readonly text: string
  readonly isMatch: boolean
}

/** The name cut into pieces, those that the letters of a search without marks stand for marked: whole beginnings of words, or initials. */
export function markMatches(name: string, query: string): readonly MarkedPiece[] {
  const letters = [...name.normalize('NFC')]
  const folded = letters.map(letter => fold(letter) || ' ')
  const isMarked = findMarks(folded, fold(query))
  const pieces: { text: string; isMatch: boolean }[] = []
  for (const [i, text] of letters.entries()) {
    const isMatch = isMarked.has(i)
    const last = pieces.at(-1)
    if (last?.isMatch === isMatch) last.text += text
    else pieces.push({ text, isMatch })
  }
  return pieces
}

function findMarks(folded: readonly string[], query: string): ReadonlySet<number> {
  if (query === '') return new Set()
  const starts = folded.flatMap((letter, i) => isLetter(letter) && !isLetter(folded[i - 1]) ? [i] : [])
  const words = query.split(' ').map(word => starts.find(start => folded.slice(start, start + word.length).join('') === word))
  if (words.every(start => start !== undefined)) {
    return new Set(words.flatMap((start, i) => Array.from({ length: query.split(' ')[i]?.length ?? 0 }, (_, at) => start + at)))
  }
  const wanted = query.replaceAll(' ', '')
  const at = starts.map(start => folded[start]).join('').indexOf(wanted)
  return new Set(at < 0 ? [] : starts.slice(at, at + wanted.length))
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
}

import { normalise } from '../../shared/base/text.ts'

/** A portal note holds two: what stands in the brackets it begins with is about the fee, the rest about the time. */
export function splitNote(note: string | null): { readonly feeNote: string; readonly timeNote: string } {
  const text = normalise(note ?? '')
  if (!text.startsWith('(')) return { feeNote: '', timeNote: text }
  let depth = 0
  const end = [...text].findIndex(character => {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    return depth === 0
  })
  // The crawler cut long notes: brackets that never close hold all of it.
  if (end === -1) return { feeNote: text.slice(1), timeNote: '' }
  const characters = [...text]
  return { feeNote: characters.slice(1, end).join('').trim().replace(/^\((.*)\)$/u, '$1'), timeNote: characters.slice(end + 1).join('').trim() }
}

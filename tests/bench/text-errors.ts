/** Letters to change, add or take out to make one text of the other (Levenshtein). */
export function countEdits(truth: string, read: string): number {
  const [one, other] = [[...truth], [...read]]
  let above = Uint32Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i += 1) {
    const row = new Uint32Array(other.length + 1)
    row[0] = i
    for (let j = 1; j <= other.length; j += 1) {
      const changed = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      row[j] = Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
    }
    above = row
  }
  return above[other.length] ?? 0
}

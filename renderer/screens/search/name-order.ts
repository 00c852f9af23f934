const VIETNAMESE = new Intl.Collator('vi')

/** Tells the rank of each of the names as a dictionary has them; those it has met are not compared again. */
export function nameOrder(): (names: readonly string[]) => (name: string) => number {
  let ranks: ReadonlyMap<string, number> = new Map()
  return names => {
    if (!names.every(name => ranks.has(name))) {
      const all = [...new Set([...ranks.keys(), ...names])].sort((one, other) => VIETNAMESE.compare(one, other))
      ranks = new Map(all.map((name, rank) => [name, rank]))
    }
    return name => ranks.get(name) ?? 0
  }
}

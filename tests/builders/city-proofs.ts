import type { CityProofs } from '../../main/sync/round-tools.ts'

/** What a PC without a disk remembers of the city's signatures. */
export function listedProofs(from: Iterable<readonly [string, Proof]> = []): CityProofs & { readonly all: ReadonlyMap<string, Proof> } {
  const all = new Map(from)
  return { all, of: log => all.get(log), note: async (log, proof) => { all.set(log, proof) } }
}

interface Proof {
  readonly seq: number
  readonly signature: string
}
